// The card's looks. Its color-scheme is set to suit the page, so every colour is a light-dark() pair.
secondSource.cardStyle = `
:host { all: initial !important; }
* { box-sizing: border-box; }
.list { position: fixed; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.card {
  --ink: light-dark(#1c1b1f, #ece9ef); --soft: light-dark(#5d5a63, #b3aeb9); --paper: light-dark(#fffffe, #232227);
  --rule: light-dark(#e3e0e6, #3d3b43); --focus: light-dark(#1a66c2, #82b8ff);
  position: fixed; inset: auto; margin: 0; padding: 0; border: 1px solid var(--rule); border-radius: 12px;
  width: min(380px, calc(100vw - 16px)); overflow: clip;
  color: var(--ink); background: var(--paper); box-shadow: 0 2px 6px #0002, 0 12px 32px #0003;
  font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; text-align: start;
}
.card:popover-open { display: flex; flex-direction: column; animation: rise .12s ease-out; }
@keyframes rise { from { opacity: 0; translate: 0 4px; } }
@media (prefers-reduced-motion: reduce) { .card:popover-open { display: flex; flex-direction: column; animation: none; } }
h2, h3, p, blockquote, ul { margin: 0; padding: 0; font: inherit; }
li { list-style: none; }
.body { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; scrollbar-width: thin; scrollbar-color: var(--soft) transparent; }
.head { display: flex; gap: 8px; align-items: start; padding: 12px 8px 8px 16px; }
.head div { flex: 1; min-width: 0; padding-top: 2px; }
.head .stance { display: inline-block; margin-bottom: 8px; }
h2 { font-weight: 600; font-size: 15px; line-height: 1.3; overflow-wrap: anywhere; }
h2:focus { outline: none; }
.summary { padding: 0 16px 12px; }
.group { padding: 10px 16px 12px; border-top: 1px solid var(--rule); }
h3 { display: flex; flex-wrap: wrap; gap: 2px 10px; align-items: baseline; font-size: 12px; color: var(--soft); }
.value { font-size: 14px; font-weight: 600; color: var(--ink); overflow-wrap: anywhere; }
.stance { text-decoration: underline; text-underline-offset: 3px; font-size: 12px; font-weight: 600; }
${Object.entries(secondSource.looks).map(([stance, { ink, line }]) => `.${stance} .stance { color: ${ink}; text-decoration: underline ${line}; }`).join("\n")}
blockquote { margin-top: 10px; padding-inline-start: 10px; border-inline-start: 2px solid var(--rule); font-family: Georgia, "Liberation Serif", serif; font-size: 15px; overflow-wrap: anywhere; }
mark { color: inherit; background: light-dark(#ffe9a8, #5b4a12); border-radius: 3px; padding: 0 2px; font-weight: 600; }
.from { margin-top: 4px; display: flex; flex-wrap: wrap; gap: 0 8px; font-size: 13px; color: var(--soft); }
.why { margin-top: 6px; font-size: 13px; color: var(--soft); }
a { color: light-dark(#175bb0, #9cc7ff); font-weight: 600; text-underline-offset: 2px; overflow-wrap: anywhere; }
details { margin-top: 8px; } summary { cursor: pointer; font-size: 13px; color: var(--soft); }
.foot { display: flex; gap: 8px; align-items: center; padding: 6px 8px 6px 16px; border-top: 1px solid var(--rule); font-size: 12px; color: var(--soft); }
.about { flex: 1; min-width: 0; } .foot strong { display: block; color: var(--ink); font-weight: 600; }
.turn { white-space: nowrap; font-variant-numeric: tabular-nums; }
button { all: unset; box-sizing: border-box; min-width: 28px; height: 28px; border-radius: 8px; text-align: center; font: 600 17px/26px system-ui, sans-serif; color: var(--soft); cursor: pointer; }
button:hover { background: light-dark(#f0edf3, #34323a); color: var(--ink); }
:is(button, a, summary):focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; border-radius: 6px; }
@media (forced-colors: active) { mark { forced-color-adjust: none; color: HighlightText; background: Highlight; } }
`;
