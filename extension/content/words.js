// Every word the page overlay says, in one place. It says who reported what, never who is right.
secondSource.words = {
  here: "This article",
  notes: (count) => (count == 1 ? "Second Source: 1 note on this article" : `Second Source: ${count} notes on this article`),
  position: (index, count) => `${index + 1} of ${count}`,
  next: "Next note",
  previous: "Previous note",
  close: "Close",
  more: (count) => (count == 1 ? "1 more outlet" : `${count} more outlets`),
  passage: (outlet) => `Read the passage at ${outlet}`,
  sources: (outlets, origins) =>
    `${outlets} ${outlets == 1 ? "outlet" : "outlets"}, ${origins} ${origins == 1 ? "origin" : "origins"}`,
  status: (status) => (status == "proposed" ? "Found by the machine, not reviewed" : "Reviewed by a moderator"),
};
