// Collect, ask, draw; again when the page changes. On every page, so small and cheap.
{
  const { platform } = secondSource;
  let asked = "";
  let timer = 0;
  let earliest = 0;
  let shown = new AbortController();

  const look = async () => {
    const began = performance.now();
    const page = secondSource.collect();
    timer = 0;
    const url = location.href.split("#")[0];
    const { text } = page;
    const question = url + "\n" + text;
    earliest = question == asked ? began + 200 * (performance.now() - began) : 0; // in vain: 5 ms a second
    if (question == asked || !(text || asked)) return;
    if (!asked.startsWith(url + "\n")) shown.abort(); // no note outlives it
    asked = question;
    const reply = await platform.annotate({ type: "annotate", url, title: document.title, text, ready: !!secondSource.show });
    if (question != asked) return; // asked anew
    shown.abort();
    shown = new AbortController();
    if (reply.answer?.annotations.length) secondSource.show(page, reply.answer, shown.signal);
  };

  platform.listen((order) => {
    if (order == "next" || order == "previous") return;
    asked = "";
    look();
  });
  new MutationObserver(() => {
    timer ||= setTimeout(look, Math.max(200, earliest - performance.now()));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["class"] });
  look();
}
