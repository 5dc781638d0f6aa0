// Settings out to a file and in from one.
import { find, make } from "../shared/dom.js";
import { NotSettingsError, exported, imported } from "../shared/settings.js";

const LONGEST = 1e6; // bytes; far more than settings take

async function save() {
  const json = await exported({ token: find("#with-token").checked });
  const href = URL.createObjectURL(new Blob([json], { type: "application/json" }));
  make("a", { href, download: "second-source-settings.json" }).click();
  setTimeout(URL.revokeObjectURL, 60000, href); // the browser needs it until the file is written
}

/** @param {Voice} voice @param {File} file */
async function load(voice, file) {
  try {
    await imported(file.size > LONGEST ? "" : await file.text());
    return voice.say("options_imported");
  } catch (error) {
    if (!(error instanceof NotSettingsError)) throw error;
    return voice.say(error.key, { field: error.field });
  }
}

/** @param {() => Voice} voice */
export function wireFile(voice) {
  const input = find("#file");
  find("#export").addEventListener("click", save);
  find("#import").addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    find("#file-outcome").textContent = await load(voice(), input.files[0]);
    input.value = ""; // so that the same file can be chosen again
  });
}
