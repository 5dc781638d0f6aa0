// Tabs as the ARIA practices have them: one is in the tab order, arrow keys go through them and choose.

/** @param {HTMLElement} list */
export function wireTabs(list) {
  const all = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=tab]")]);

  /** @param {HTMLElement} chosen */
  const choose = (chosen) => {
    for (const tab of all) {
      tab.ariaSelected = String(tab == chosen);
      tab.tabIndex = tab == chosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (panel) panel.hidden = tab != chosen;
    }
  };

  /** Where a key leads, from the tab that has the focus. @param {string} key @param {number} from */
  const target = (key, from) => {
    const forward = document.documentElement.dir == "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key == "Home") return 0;
    if (key == "End") return all.length - 1;
    if (key == "ArrowLeft" || key == "ArrowRight") return (from + (key == forward ? 1 : all.length - 1)) % all.length;
    return -1;
  };

  list.addEventListener("keydown", (event) => {
    const to = target(event.key, all.indexOf(/** @type {HTMLElement} */ (document.activeElement)));
    if (to < 0) return;
    event.preventDefault();
    choose(all[to]);
    all[to].focus();
  });
  for (const tab of all) tab.addEventListener("click", () => choose(tab));
  choose(all[0]);
}
