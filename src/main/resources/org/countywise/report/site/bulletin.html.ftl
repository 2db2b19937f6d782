<#-- The bulletin in every language it has, one of which is shown. -->
<#macro shown figure tongue>
<#local address = "indicator.html#indicator=" + figure.indicator.id?url("UTF-8") + (figure.indicator.breakdown?has_content)?then("&by=" + figure.indicator.breakdown?url("UTF-8"), "")>
<a class="figure<#if figure.shown?matches("[0.]+( ?%)?")> zero</#if>" href="${address}" title="${figure.indicator.title}: ${figure.base} · ${figure.condition}" data-indicator="${figure.indicator.id}" data-by="${figure.indicator.breakdown}" data-part="${figure.indicator.part}" data-status="${figure.status}"><#rt>
<#if figure.shown?has_content>${figure.shown}<#else>${text[tongue]["bulletin.none"]}</#if></a><#t>
<#if figure.remarkable> <span class="mark" data-status="${figure.status}">${figure.status?has_content?then(figure.status, "?")}</span></#if><#t>
</#macro>
<#list bulletin as tongue, told>
<article class="bulletin ${tongue}" lang="${(tongue == "zh")?then("zh-Hans", tongue)}" data-period="${edition.period}" data-release="${edition.manifest.release}">
  <p class="eyebrow">${text[tongue]["release"]} ${edition.manifest.release} · ${edition.period}</p>
  <h1>${told.heading}</h1>
<#list told.notes>
  <aside class="notes"><h2>${text[tongue]["bulletin.notes"]}</h2><ul>
<#items as note>
    <li>${note}</li>
</#items>
  </ul></aside>
</#list>
<#list told.sections as section>
  <section>
    <h2>${section.title}</h2>
    <div class="told">
<#list section.sentences as sentence>
    <p><#list sentence as piece><#if piece.words??>${piece.words}<#else><@shown piece.figure tongue/></#if></#list></p>
</#list>
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label="${section.title}"><table class="figures">
      <thead><tr><th scope="col">${text[tongue]["indicator"]}</th><th scope="col" class="number">${text[tongue]["value"]}</th><th scope="col">${text[tongue]["base"]}</th><th scope="col">${text[tongue]["status"]}</th></tr></thead>
      <tbody>
<#list section.figures as figure>
        <tr data-indicator="${figure.indicator.id}" data-by="${figure.indicator.breakdown}" data-status="${figure.status}"><th scope="row">${figure.indicator.title}<#if figure.indicator.breakdown?has_content> <small data-by="${figure.indicator.breakdown}">${figure.indicator.breakdown}</small></#if></th><td class="number"><@shown figure tongue/></td><td>${figure.base}</td><td class="condition">${figure.condition}</td></tr>
</#list>
      </tbody>
    </table></div>
  </section>
</#list>
</article>
<#else>
<article class="bulletin"><h1><@both "page.index"/></h1><p class="empty"><@both "bulletin.missing"/></p></article>
</#list>
