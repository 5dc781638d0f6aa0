{
  let asked = "", due = 0, paid = 0;

  const look = (secondSource.look = async () => {
    const { text, pieces } = (secondSource.page = secondSource.collect((root) => {
      changes.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      for (const end of ["load", "animationend", "transitionend"]) root.addEventListener(end, notice, true);
    }));
    due = 1 / 0;
    paid = Math.max(paid, performance.now()) + 2e3 + 4 * pieces.length;
    const [url] = location.href.split("#");
    const question = url + text;
    if (question == asked || !(text || asked)) return secondSource.show?.();
    asked = question;
    await secondSource.glance?.();
    const reply = question == asked && (await secondSource.platform.tell({ type: "annotate", url, text }).catch(() => secondSource.platform.gone?.() || secondSource.again(1e3)));
    if (question == asked) secondSource.show?.(reply);
  });

  secondSource.again = (wait) => {
    asked = "";
    setTimeout(look, wait);
  };

  const notice = (records = {}) => {
    const at = paid - (secondSource.credit?.(records) ?? 2e4);
    if (at < due) setTimeout(secondSource.look, Math.max(100, (due = at) - performance.now()));
  };

  const changes = new MutationObserver(notice);
  look();
}
