// The looks of the list, which is there with the notes, and of the card, light and dark.
secondSource.listStyle = (print) => `
:host { all: initial !important; }
:host([hidden]) { display: none !important; }
.list { position: fixed; inset: -300vh auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.list ol { content-visibility: auto; } /* far from the window: named to screen readers, laid out when one is in it */
@media print {${print ? `
  .list { position: static; width: auto; height: auto; overflow: visible; clip-path: none; margin-top: 2em; border-top: 1px solid; padding: 1em 2em; font: 10pt/1.4 Georgia, serif; color: #000; background: #fff; }
  .list * { margin: 0; font: inherit; } .list :is(h2, button) { all: unset; font-weight: bold; } .list ol { content-visibility: visible; margin-top: .5em; padding-inline-start: 2em; }
  .list li { margin-bottom: .4em; break-inside: avoid; } .list :is(h3, p) { display: inline; margin-inline-end: .5em; }
` : ".list { display: none !important; }"}}
`;

secondSource.cardStyle = (looks) => `
* { box-sizing: border-box; }
.card {
  --ink: light-dark(#1c1b1f, #ece9ef); --soft: light-dark(#5d5a63, #b3aeb9); --paper: light-dark(#fffffe, #232227); --well: light-dark(#f3f1f5, #323038);
  --rule: light-dark(#e3e0e6, #3d3b43); --edge: light-dark(#8a8691, #86818d); --link: light-dark(#175bb0, #9cc7ff);
  position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--rule); border-radius: 12px;
  width: min(384px, calc(100vw - 16px)); overflow: clip;
  color: var(--ink); background: var(--paper); box-shadow: 0 2px 6px #0002, 0 12px 32px #0003;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; text-align: start;
}
.card:popover-open { display: flex; flex-direction: column; animation: rise .12s ease-out; }
@keyframes rise { from { opacity: 0; translate: 0 4px; } }
@media (prefers-reduced-motion: reduce) { .card:popover-open { animation: none; } }
h2, h3, p, blockquote, ol { margin: 0; padding: 0; font: inherit; }
.body { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--edge) transparent; }
.head { display: flex; gap: 2px; align-items: start; padding: 12px 8px 6px 16px; }
.head div { flex: 1; min-width: 0; padding-top: 2px; }
.head .stance { display: inline-block; margin-bottom: 6px; }
h2 { font-weight: 600; font-size: 15px; line-height: 1.3; overflow-wrap: anywhere; }
h2:focus { outline: none; }
.summary { padding: 0 16px 12px; overflow-wrap: anywhere; }
.group { padding: 10px 16px 12px; border-top: 1px solid var(--rule); }
h3 { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; font-size: 13px; }
.value { font-size: 15px; font-weight: 700; overflow-wrap: anywhere; }
.who { font-weight: 600; overflow-wrap: anywhere; } .value + .who { font-weight: 400; color: var(--soft); }
.group .stance { margin-inline-start: auto; }
.stance { text-decoration: underline; text-underline-offset: 3px; font-size: 12px; font-weight: 600; }
${Object.entries(looks).map(([stance, { ink, line }]) => `.${stance} .stance { color: ${ink}; text-decoration: underline ${line}; }`).join("\n")}
blockquote { margin-top: 8px; padding-inline-start: 10px; border-inline-start: 2px solid var(--edge); font-family: Georgia, "Liberation Serif", serif; font-size: 15px; overflow-wrap: anywhere; }
mark, ins { color: inherit; background: light-dark(#ffe9a8, #5b4a12); border-radius: 3px; padding: 0 2px; font-weight: 600; text-decoration: none; }
del { color: var(--soft); text-decoration: line-through; margin-inline-end: .25em; }
.from { margin-top: 4px; display: flex; flex-wrap: wrap; gap: 0 8px; font-size: 13px; color: var(--soft); }
.why { margin-top: 4px; font-size: 13px; color: var(--soft); overflow-wrap: anywhere; }
a { color: var(--link); font-weight: 600; text-underline-offset: 2px; overflow-wrap: anywhere; }
details { margin-top: 6px; } summary { cursor: pointer; font-size: 13px; color: var(--soft); }
.row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: center; }
.status { padding: 8px 16px 0; border-top: 1px solid var(--rule); font-size: 12px; color: var(--soft); }
.body > .row, .report { padding: 8px 16px 12px; }
.told, .outcome { font-size: 13px; color: var(--soft); }
.card:has(form) .foot { display: none; } .report { display: grid; gap: 8px; font-size: 13px; } .outcome:empty { display: none; }
textarea { width: 100%; min-height: 44px; resize: vertical; padding: 6px 8px; border: 1px solid var(--edge); border-radius: 8px; font: inherit; font-size: 14px; color: inherit; background: var(--well); }
.foot { display: flex; gap: 8px; align-items: center; padding: 6px 8px 6px 16px; border-top: 1px solid var(--rule); font-size: 12px; color: var(--soft); }
.foot strong { flex: 1; min-width: 0; padding: 5px 0; color: var(--ink); font-weight: 600; }
.turn { display: flex; align-items: center; white-space: nowrap; font-variant-numeric: tabular-nums; }
.card button { font: 600 13px/1.2 system-ui, sans-serif; color: inherit; background: none; border: 1px solid transparent; border-radius: 8px; cursor: pointer; }
.card button:hover { background: var(--well); }
.card .do { padding: 6px 10px; border-color: var(--edge); } .card .main { color: var(--paper); background: var(--ink); }
.card .main:hover { color: var(--ink); }
.icon { flex: none; width: 28px; height: 28px; padding: 5px; }
svg { display: block; width: 16px; height: 16px; fill: none; stroke: var(--soft); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.icon:hover svg { stroke: var(--ink); } [aria-pressed=true] svg { fill: currentColor; stroke: currentColor; } .card [aria-pressed=true] { background: var(--well); border-color: var(--edge); }
[dir=rtl] :is(.previous, .next) svg { scale: -1 1; }
:is(button, a, summary, textarea):focus-visible { outline: 2px solid var(--link); outline-offset: 1px; border-radius: 6px; }
@media (forced-colors: active) { mark, ins { forced-color-adjust: none; color: HighlightText; background: Highlight; } svg { stroke: ButtonText; } .card button { border-color: ButtonText; } }
@media print { .card { display: none !important; } }
`;
