{
  const WALLS = "[class*=paywall i],[id*=paywall i],[class*=regwall i],[id*=regwall i]";
  const OFFER = 300; // characters that an offer may have; more is the article itself, which some call paywall

  secondSource.cut = ({ pieces }) => {
    /** @type {Fn.offers} */
    const offers = (element) => pieces.reduce((sum, { node, at, end }) => sum + (element.contains(node) ? end - at : 0), 0) < OFFER;
    const told = [...document.querySelectorAll("script[type='application/ld+json']")].map(({ textContent }) => textContent?.slice(0, 1e5)).join();
    const paid = /"isAccessibleForFree"\s*:\s*"?false/i.test(told) || document.querySelector("[itemprop=isAccessibleForFree][content=false i]");
    const parts = paid ? [...told.matchAll(/"cssSelector"\s*:\s*"([^"]{1,99})"/g)].map(([, selector]) => selector) : [];
    try {
      if (parts.length) return [...document.querySelectorAll(parts.join())].every(offers);
    } catch {} // no selector
    return !!paid || [...document.querySelectorAll(WALLS)].some((wall) => wall.checkVisibility() && wall.textContent?.trim() && offers(wall));
  };
}
