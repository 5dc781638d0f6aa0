"""React and React DOM from the npm registry as one script for a page, without a bundler: each file as it was published,
and a `require` that knows the few names they ask for."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

MODULES = Path(__file__).parents[1] / "npm" / "node_modules"
FILES = {
    "react": "react/cjs/react.development.js",
    "scheduler": "scheduler/cjs/scheduler.development.js",
    "react-dom": "react-dom/cjs/react-dom.development.js",
    "react-dom/client": "react-dom/cjs/react-dom-client.development.js",
}
LOADER = """
window.process = { env: { NODE_ENV: "development" } };
const loaded = {};
const require = (name) => {
  if (!loaded[name]) {
    loaded[name] = { exports: {} };
    files[name](loaded[name], loaded[name].exports, require);
  }
  return loaded[name].exports;
};
window.React = require("react");
window.ReactDOM = require("react-dom/client");
"""


@cache
def script() -> str:
    """A script that gives a page `React` and `ReactDOM`; the development build, which complains aloud."""
    files = ",\n".join(
        f"{json.dumps(name)}: function (module, exports, require) {{\n{(MODULES / file).read_text('utf-8')}\n}}"
        for name, file in FILES.items()
    )
    return f"(() => {{\nconst files = {{\n{files}\n}};\n{LOADER}}})();"
