// Loads classic content scripts the way a page does: in order, into one global that has secondSource.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const CONTENT = new URL("../../extension/content/", import.meta.url);

/** @param {string[]} names */
export function load(...names) {
  const context = vm.createContext({ secondSource: {}, URL, Intl, console });
  for (const name of names) vm.runInContext(readFileSync(new URL(`${name}.js`, CONTENT), "utf8"), context);
  return context.secondSource;
}
