/** Dark enough on white for everybody (contrast above 4.5), one column on a telephone, black on paper. */
export const HTML_STYLE = [
  ':root{--ink:#1b2a30;--soft:#4a5a61;--line:#c9d3d7;--brand:#0f5c6e;--tile:#eaf2f5}',
  '*{box-sizing:border-box}',
  'body{margin:0 auto;max-width:62rem;padding:1rem;color:var(--ink);background:#fff;font:1rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}',
  'h1{margin:0;color:var(--brand);font-size:1.7rem;line-height:1.2}h2{margin:2rem 0 .6rem;color:var(--brand);font-size:1.25rem;border-bottom:2px solid var(--brand)}',
  'header p{margin:.2rem 0}a{color:var(--brand)}.note,footer{color:var(--soft);font-size:.9rem}',
  '.skip{position:absolute;left:-100rem}.skip:focus{left:1rem;background:#fff;padding:.5rem}',
  'dl{margin:0}dt{color:var(--soft);font-size:.85rem}dd{margin:0}',
  '.facts,.tiles{display:flex;flex-wrap:wrap;gap:.4rem 2rem}.tiles{gap:.6rem;margin:1rem 0}',
  '.tiles div{flex:1 1 10rem;background:var(--tile);padding:.6rem .8rem}.tiles dd{font-size:1.2rem;font-weight:600;color:var(--brand)}',
  'nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:1rem 0 0;list-style:none}',
  '.scroll{overflow-x:auto}table{width:100%;border-collapse:collapse;font-size:.9rem}',
  'th,td{padding:.35rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}',
  'thead th{background:var(--brand);color:#fff}tbody th{font-weight:400}tfoot th,tfoot td{font-weight:600;border-top:2px solid var(--brand)}',
  '.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}',
  'svg{display:block;width:100%;height:auto;margin:0 0 1rem}section>ul{padding-left:1.2rem}',
  '@media print{body{max-width:none;padding:0;font-size:10pt}nav,.skip{display:none}h2{break-after:avoid}tr,svg{break-inside:avoid}.scroll{overflow:visible}thead{display:table-header-group}thead th{background:none;color:inherit;border-bottom:2px solid}}',
].join('\n')
