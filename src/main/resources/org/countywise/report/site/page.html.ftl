<#-- A page of the site, filled in with Pages.Filled: what all pages share, and the bulletin, which is all text. -->
<#macro both key><span class="en" lang="en">${text.en[key]}</span><span class="zh" lang="zh-Hans">${text.zh[key]}</span></#macro>
<!DOCTYPE html>
<html lang="en" data-page="${page.name}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text.en["page." + page.name]} · Countywise</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="assets/site.css">
<link rel="stylesheet" href="assets/print.css" media="print">
<script src="assets/${scripts?first}.js"></script>
</head>
<body>
<a class="skip" href="#main"><@both "skip"/></a>
<header class="masthead">
  <div class="bar">
    <a class="brand" href="index.html" id="brand"><span class="seal" aria-hidden="true"></span><span><@both "brand"/></span></a>
    <div class="find" role="search">
      <input id="find" type="search" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false"
        aria-controls="found" aria-autocomplete="list" data-text-placeholder="find.placeholder" data-text-aria-label="find.label">
      <ul id="found" role="listbox" data-text-aria-label="find.results" hidden></ul>
    </div>
    <div class="switches">
      <button type="button" id="language" data-text-title="switch.language"><span class="en" lang="zh-Hans">中文</span><span class="zh" lang="en">English</span></button>
      <button type="button" id="theme" data-text-title="switch.theme" data-text-aria-label="switch.theme"><span class="moon" aria-hidden="true"></span></button>
    </div>
  </div>
  <nav id="nav" data-text-aria-label="nav.label">
<#list pages as other>
    <a href="${other.file}"<#if other.name == page.name> aria-current="page"</#if> data-nav="${other.name}"><@both "page." + other.name/></a>
</#list>
  </nav>
</header>
<main id="main" tabindex="-1">
<#if page.name == "index">
<#include "bulletin.html.ftl">
<#else>
<p class="waiting" role="status"><@both "waiting"/></p>
</#if>
</main>
<footer>
  <section id="legend" aria-labelledby="legend-title">
    <h2 id="legend-title"><@both "legend.title"/></h2>
    <dl class="legend">
<#list ["A", "P", "O", "M", "Q", "U", "B"] as status>
      <div data-status="${status}"><dt><span class="mark" data-status="${status}">${status}</span></dt><dd><@both "status." + status/></dd></div>
</#list>
      <div data-status="zero"><dt><span class="number zero">0</span></dt><dd><@both "status.zero"/></dd></div>
      <div data-status="none"><dt><span class="none">·</span></dt><dd><@both "status.absent"/></dd></div>
    </dl>
  </section>
  <p class="imprint"><@both "release"/> <b id="release" data-release="${edition.manifest.release}">${edition.manifest.release}</b> · <@both "month"/> <b id="period" data-period="${edition.period}">${edition.period}</b> · <@both "imprint"/></p>
</footer>
<noscript><p class="waiting"><@both "noscript"/></p></noscript>
<script src="assets/texts.js"></script>
<#list scripts as script>
<#if !script?is_first>
<script src="assets/${script}.js"></script>
</#if>
</#list>
</body>
</html>
