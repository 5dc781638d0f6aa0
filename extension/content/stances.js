// The four stances, the strongest first: what readers see them called, their colour as text on light and on dark
// paper (at least 4.5:1), and their line, which tells them apart without colour. The marks' own colours, which must
// suit any page, are in tone.js.
secondSource.looks = {
  conflicts: { label: "Conflicts", ink: "light-dark(#b3261e, #ff8a80)", line: "wavy 1.5px" },
  rewords: { label: "Worded differently", ink: "light-dark(#6a40c0, #c3a6ff)", line: "dashed 1.5px" },
  updates: { label: "Updated", ink: "light-dark(#175bb0, #82b8ff)", line: "double 1px" },
  corroborates: { label: "Also reported", ink: "light-dark(#2a7046, #7cc79a)", line: "solid 1px" },
};
secondSource.stances = /** @type {Stance[]} */ (Object.keys(secondSource.looks));
