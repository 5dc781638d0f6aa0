// Building the extension's own pages. Words reach them as text only, never as markup.

/** @param {string} selector @returns {any} */
export const find = (selector) => document.querySelector(selector);

/**
 * An element with attributes (true for one without value; false, null and undefined for none), listeners (functions,
 * by the event's name) and children.
 * @param {string} tag @param {Record<string, unknown>} [given] @param {...(Node | string | null)} children @returns {any}
 */
export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value == "function") element.addEventListener(name, /** @type {EventListener} */ (value));
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}
