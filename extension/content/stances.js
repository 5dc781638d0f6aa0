{
  /** Hue and chroma, as oklch() has them. @type {Record<string, Record<Stance, [number, number]>>} */
  const PALETTES = {
    standard: { conflicts: [27, 0.17], rewords: [300, 0.15], updates: [255, 0.13], corroborates: [155, 0.08] },
    strong: { conflicts: [45, 0.115], rewords: [328, 0.17], updates: [262, 0.13], corroborates: [195, 0.07] }, // apart to the colour-blind
    calm: { conflicts: [40, 0.07], rewords: [300, 0.05], updates: [250, 0.05], corroborates: [155, 0.02] },
  };
  /** Lightness, the same when strong, and how much of the chroma is left. @type {Record<Tone, [number, number, number]>} */
  const TONES = { light: [0.52, 0.42, 1], dim: [0.27, 0.2, 0.5], dusk: [0.88, 0.93, 0.25], dark: [0.74, 0.84, 0.6] };
  /** @type {[Stance, string][]} */
  const LINES = [
    ["conflicts", "wavy 1.5px"],
    ["rewords", "dashed 1.5px"],
    ["updates", "solid 1px"],
    ["corroborates", "dotted 1px"],
  ];

  secondSource.stances = LINES.map(([stance]) => stance);
  secondSource.lines = Object.fromEntries(LINES);
  secondSource.palettes = Object.keys(PALETTES);

  secondSource.colour = (stance, tone, palette) => {
    const [hue, chroma] = (PALETTES[palette] ?? PALETTES.standard)[stance];
    const [lightness, strong, share] = TONES[tone];
    return `oklch(${palette == "strong" ? strong : lightness} ${+(chroma * share).toFixed(3)} ${hue})`;
  };

  secondSource.looksOf = (palette) => {
    const look = (/** @type {Stance} */ stance) => `light-dark(${secondSource.colour(stance, "light", palette)}, ${secondSource.colour(stance, "dark", palette)})`;
    return /** @type {Record<Stance, StanceLook>} */ (Object.fromEntries(LINES.map(([stance, line]) => [stance, { ink: look(stance), line }])));
  };
}
