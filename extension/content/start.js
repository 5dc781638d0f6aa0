{
  let due = 0, paid = 0, asked = "";

  secondSource.look = async () => {
    const { text, pieces } = (secondSource.page = secondSource.collect((root) => {
      observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      for (const end of ["load", "animationend", "transitionend"]) root.addEventListener(end, notice, true);
    }));
    due = 1 / 0;
    paid = Math.max(paid, performance.now()) + 2e3 + 4 * pieces.length;
    const [url] = location.href.split("#");
    const page = url + text;
    if (page == asked || !(text || asked)) return secondSource.show?.();
    asked = page;
    await secondSource.glance?.();
    const told = page == asked && (await secondSource.platform.tell({ type: "annotate", url, text }).catch(() => secondSource.platform.gone?.() || secondSource.again(1e3)));
    if (page == asked) secondSource.show?.(told);
  };

  secondSource.again = (wait) => {
    asked = "";
    setTimeout(secondSource.look, wait);
  };

  const notice = (what = {}) => {
    const at = paid - (secondSource.credit?.(what) ?? 2e4);
    if (at < due) setTimeout(secondSource.look, Math.max(100, (due = at) - performance.now()));
  };

  const observer = new MutationObserver(notice);
  addEventListener("pageshow", ({ persisted }) => persisted && secondSource.again());
  secondSource.look();
}
