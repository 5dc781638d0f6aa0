// Asks and draws anew.
{
  const { platform } = secondSource;
  let asked = "";
  let due = 1 / 0;
  let paid = 0;

  const read = async () => {
    const { text, roots, pieces } = (secondSource.page = secondSource.collect());
    for (const root of roots) changes.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    due = 1 / 0;
    paid = Math.max(paid, performance.now()) + 2e3 + 4 * pieces.length;
    const [url] = location.href.split("#");
    const question = url + text;
    if (question == asked || !(text || asked)) return secondSource.show?.();
    asked = question;
    await secondSource.glance?.();
    const reply = question == asked && (await platform.annotate({ type: "annotate", url, text }).catch(() => platform.gone?.() || again(1e3)));
    if (question == asked) secondSource.show?.(reply);
  };

  const look = (secondSource.look = () => requestAnimationFrame(() => setTimeout(read)));

  const again = (wait = 0) => {
    asked = "";
    setTimeout(look, wait);
  };

  const notice = (records = {}) => {
    const at = paid - (secondSource.credit?.(records) ?? 2e4);
    if (at < due) setTimeout(look, Math.max(100, (due = at) - performance.now()));
  };

  const changes = new MutationObserver(notice);
  document.addEventListener("load", notice, true);
  platform.listen((order) => {
    if (order == "again") again();
    return secondSource.obey?.(order);
  });
  look();
}
