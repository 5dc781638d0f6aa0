{
  const SVG = "http://www.w3.org/2000/svg";
  const PATHS = {
    previous: "M10 3 5 8l5 5",
    next: "m6 3 5 5-5 5",
    close: "m4 4 8 8m0-8-8 8",
    pin: "M6 2h4l-.5 5 2.5 2.5H4L6.5 7zM8 9.5V14",
  };

  secondSource.icon = (name) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", PATHS[name]);
    svg.append(path);
    return svg;
  };

  secondSource.button = (name, text, act) => {
    const button = secondSource.element("button", name, text);
    /** @type {HTMLButtonElement} */ (button).type = "button";
    button.addEventListener("click", ({ isTrusted }) => isTrusted && act());
    return button;
  };

  secondSource.iconButton = (name, label, act) => {
    const button = secondSource.button(`icon ${name}`, "", act);
    button.append(secondSource.icon(name));
    button.setAttribute("aria-label", label);
    button.title = label;
    return button;
  };
}
