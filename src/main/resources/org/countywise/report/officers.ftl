<#-- How the officers' page looks and what its buttons do; nothing of it comes from data. -->
<#macro style>
:root { --back: #ffffff; --text: #1b1e22; --dim: #545c66; --line: #c3c9d1; --head: #eef1f5; --accent: #0b4f9c; --band: #8f1515; }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { --back: #15181c; --text: #e9ecef; --dim: #aab3bd; --line: #454d57; --head: #22272e; --accent: #8fbdf5; --band: #8f1515; color-scheme: dark; } }
:root[data-theme=dark] { --back: #15181c; --text: #e9ecef; --dim: #aab3bd; --line: #454d57; --head: #22272e; --accent: #8fbdf5; --band: #8f1515; color-scheme: dark; }
:root[data-theme=light] { color-scheme: light; }
:root[data-language=en] [lang=zh], :root[data-language=zh] [lang=en] { display: none; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.45 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
header, main { padding: 0 1rem; }
.restricted { margin: 0; padding: .5rem 1rem; background: var(--band); color: #ffffff; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; padding-top: .75rem; }
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 0; font-size: 1.05rem; }
.about { margin: 0; color: var(--dim); }
.about b { color: var(--text); }
.tools { margin-left: auto; display: flex; flex-wrap: wrap; gap: .5rem; }
button, select { font: inherit; color: inherit; background: var(--back); border: 1px solid var(--dim); border-radius: .3rem; padding: .35rem .6rem; min-height: 2.2rem; max-width: 100%; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.counts ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; margin: .4rem 0 0; padding: 0; list-style: none; }
.counts { margin-top: .75rem; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-top: .75rem; }
.filters p { margin: 0; }
.filters label { display: flex; gap: .4rem; align-items: center; min-width: 0; }
.filters select { min-width: 0; max-width: 18rem; }
.how, .none { color: var(--dim); }
.none { font-size: 1.2rem; }
.dim, .code { color: var(--dim); }
.long { overflow-wrap: anywhere; font-weight: normal; }
.aside { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
th, td { border-bottom: 1px solid var(--line); padding: .4rem .5rem; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--head); }
th .sort { background: none; border: 0; padding: 0; min-height: 0; font-weight: bold; text-align: left; text-decoration: underline dotted; text-underline-offset: .2em; }
th[aria-sort=ascending] .arrow::after { content: " ▲"; }
th[aria-sort=descending] .arrow::after { content: " ▼"; }
.number { color: var(--dim); text-align: right; }
td.reason { max-width: 34rem; }
td[data-is=numbers], td[data-is=household], td[data-is=since] { font-variant-numeric: tabular-nums; }
td[data-is=since], td[data-is=months], .code { white-space: nowrap; }
.hand, .print { display: none; }
@media screen and (max-width: 60rem) {
  table, tbody, thead { display: block; }
  thead tr { display: flex; flex-wrap: wrap; gap: .4rem; padding: .5rem; background: var(--head); }
  thead th { position: static; border: 0; padding: 0; }
  thead th .sort { border: 1px solid var(--dim); padding: .35rem .6rem; min-height: 2.2rem; text-decoration: none; font-weight: normal; background: var(--back); }
  thead th.number, thead th.reason { display: none; }
  tbody tr { display: grid; grid-template-columns: auto 1fr auto; gap: .1rem .75rem; padding: .75rem 0; border-bottom: 2px solid var(--line); }
  tbody td { border: 0; padding: 0; }
  tbody td[data-is=place] { grid-column: 1 / -1; }
  tbody td.reason { grid-column: 1 / -1; grid-row: 4; }
  tbody td[data-is=rule] { font-weight: bold; }
  tbody td[data-is=rule], tbody td[data-is=household] { grid-row: 1; }
  tbody td[data-is=number] { grid-row: 1; text-align: left; }
  tbody td[data-is=place] { grid-row: 2; }
  tbody td[data-is=numbers] { grid-row: 3; grid-column: 1 / -1; }
  tbody td[data-is=household] { grid-column: 3; text-align: right; }
  tbody td.hand { display: none; }
  td.reason { max-width: none; }
}
tr[hidden] { display: none !important; }
@page { size: A4 landscape; margin: 11mm 9mm 13mm; @bottom-left { content: "restricted 内部资料"; font: 8pt sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root, :root[data-theme], :root:not([data-theme=light]) { --back: #ffffff; --text: #000000; --dim: #333333; --line: #777777; --head: #eeeeee; color-scheme: light; }
  body { font-size: 8.5pt; line-height: 1.3; }
  header, main { padding: 0; }
  .restricted { background: none; color: #000000; border: 1.5pt solid #000000; padding: 1.5mm 2mm; }
  .tools, .filters label, .how, th .sort { display: none; }
  .print { display: inline; }
  main { padding-right: .5mm; }
  thead { display: table-header-group; }
  thead th { position: static; }
  tr { break-inside: avoid; page-break-inside: avoid; }
  th, td { border: .5pt solid var(--line); padding: 1mm 1.2mm; }
  table { table-layout: fixed; }
  td[data-is=status], th[data-is=status] { display: none; }
  th.number { width: 9mm; }
  th[data-is=household] { width: 21mm; }
  th[data-is=place] { width: 31mm; }
  th[data-is=rule] { width: 23mm; }
  th[data-is=farness] { width: 32mm; }
  th[data-is=since] { width: 15mm; }
  th[data-is=months] { width: 16mm; }
  th.hand, td.hand { display: table-cell; width: 66mm; }
  td.reason { max-width: none; }
  .boxes { white-space: nowrap; }
  .box { display: inline-block; width: 3.2mm; height: 3.2mm; border: .6pt solid #000000; vertical-align: -0.5mm; margin: 0 .8mm 0 1.6mm; }
  .boxes .box:first-child { margin-left: 0; }
  .write { display: flex; gap: 1mm; align-items: flex-end; height: 6.5mm; }
  .write i { border-bottom: .6pt solid #000000; flex: 2; }
  .write i.wide { flex: 3; }
}
</#macro>
<#macro script>
(function () {
  'use strict';
  var root = document.documentElement;
  function speak(language) {
    root.setAttribute('data-language', language);
    root.lang = language;
    document.getElementById('language').textContent = language === 'zh' ? 'English' : '中文';
    tell();
  }
  var table = document.getElementById('alerts');
  var rows = table ? Array.prototype.slice.call(table.tBodies[0].rows) : [];
  var filters = Array.prototype.slice.call(document.querySelectorAll('[data-filter]'));
  function shown() { return rows.filter(function (row) { return !row.hidden; }).length; }
  function tell() {
    var line = document.getElementById('shown');
    if (line) {
      var n = shown();
      var chosen = filters.filter(function (by) { return by.value; }).map(function (by) { return by.selectedOptions[0].textContent; });
      line.textContent = [root.lang === 'zh' ? '显示' + n + '条，共' + rows.length + '条' : n + ' of ' + rows.length + ' shown'].concat(chosen).join(' · ');
    }
  }
  function value(row, key) {
    var cell = row.querySelector('[data-is=' + (key === 'farness' ? 'numbers' : key) + ']');
    return cell.getAttribute('data-sort');
  }
  function compare(a, b, kind) {
    if (kind === 'number' && isFinite(a) && isFinite(b) && a.length < 16 && b.length < 16) { return Number(a) - Number(b); }
    if (kind === 'number' && /^\d+$/.test(a) && /^\d+$/.test(b) && a.length !== b.length) { return a.length - b.length; }
    return a < b ? -1 : a > b ? 1 : 0;
  }
  function sort(button) {
    var head = button.parentNode;
    var key = button.getAttribute('data-key');
    var first = key === 'farness' || key === 'months' ? 'descending' : 'ascending';
    var other = first === 'ascending' ? 'descending' : 'ascending';
    var order = head.getAttribute('aria-sort') === first ? other : first;
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', order);
    var sign = order === 'ascending' ? 1 : -1;
    rows = rows
      .map(function (row, at) { return { row: row, at: at, value: value(row, key) }; })
      .sort(function (a, b) { return sign * compare(a.value, b.value, button.getAttribute('data-kind')) || a.at - b.at; })
      .map(function (entry) { return entry.row; });
    rows.forEach(function (row) { table.tBodies[0].appendChild(row); });
    number();
  }
  function number() {
    var n = 0;
    rows.forEach(function (row) { row.cells[0].textContent = row.hidden ? '' : ++n; });
  }
  function filter() {
    rows.forEach(function (row) {
      row.hidden = filters.some(function (by) { return by.value && row.getAttribute('data-' + by.id) !== by.value; });
    });
    number();
    tell();
  }
  function narrow() {
    var township = document.getElementById('township').value;
    var village = document.getElementById('village');
    Array.prototype.forEach.call(village.options, function (option) {
      option.hidden = option.disabled = Boolean(township && option.value && option.getAttribute('data-township') !== township);
    });
    if (village.selectedOptions[0].disabled) { village.value = ''; }
  }
  filters.forEach(function (by) { by.addEventListener('change', function () { narrow(); filter(); }); });
  Array.prototype.forEach.call(document.querySelectorAll('.sort'), function (button) {
    button.addEventListener('click', function () { sort(button); });
  });
  var worst = document.querySelector('[data-key=farness]');
  if (worst) { worst.parentNode.setAttribute('aria-sort', 'descending'); }
  document.getElementById('language').addEventListener('click', function () { speak(root.lang === 'zh' ? 'en' : 'zh'); });
  document.getElementById('theme').addEventListener('click', function () {
    var now = root.getAttribute('data-theme');
    var dark = now ? now === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
    root.setAttribute('data-theme', dark ? 'light' : 'dark');
  });
  document.getElementById('print').addEventListener('click', function () { window.print(); });
  speak(/^zh/i.test(navigator.language || '') ? 'zh' : 'en');
})();
</#macro>
