<#-- What the doctor finds: of each thing a macro that says how it is, and one with what to do where it is not well. -->
<#function gib bytes><#return (bytes / 1073741824)?string("0.#") + " GiB"></#function>

<#macro java of>${of.version}, which Spark <#if of.fits>supports<#else>does not support</#if></#macro>
<#macro javaRemedy of>install a JDK 17 or 21 and let JAVA_HOME name it</#macro>

<#macro memory of>a heap of ${gib(of.heap)} on a machine of ${gib(of.machine)}<#if of.container lt of.machine>, in a container of ${gib(of.container)}</#if></#macro>
<#macro memoryRemedy of><#if of.small>that is enough for samples only; a month at the true size takes 8 GiB: COUNTYWISE_JAVA_OPTS=-Xmx8g<#else>leave room beside the heap: COUNTYWISE_JAVA_OPTS=-Xmx${(of.least / 2147483648)?floor?c}g</#if></#macro>

<#macro locale of>names of files are read as ${of.charset}</#macro>
<#macro localeRemedy of>Chinese names need a locale of UTF-8: LC_ALL=C.UTF-8</#macro>

<#macro scratch of>${of.folder} <#if of.missing>is not there<#elseif of.open>can be entered by others<#elseif of.noexec>does not let programs run<#elseif of.closed>cannot be written<#else>is yours alone, ${gib(of.free)} free</#if></#macro>
<#macro scratchRemedy of><#if of.open>records lie there while a command works: let TMPDIR name a folder of yours alone (mkdir -m 700), as bin/countywise does, or chmod 700 this one where it is yours<#elseif of.missing || of.noexec || of.closed>let TMPDIR name a folder of yours that can be written and is not mounted noexec<#else>a run of the true size takes more: let TMPDIR name a folder on a larger disk</#if></#macro>

<#macro settings of><#if of.wrong?has_content>${of.wrong}<#else>can be read; ${of.keep} releases are kept</#if></#macro>
<#macro settingsRemedy of>correct the file, or leave out --conf</#macro>

<#macro accelerator of>none; Spark's own code does all</#macro>

<#macro definitions of><#if of.wrong?has_content>${of.problems} problem<#if of.problems != 1>s</#if>, the first: ${of.wrong}<#else>${of.datasets} datasets, ${of.families} families and ${of.indicators} indicators without a problem; the examples were not computed</#if></#macro>
<#macro definitionsRemedy of>'countywise check' names all</#macro>

<#macro catalog of><#if of.wrong?has_content>${of.wrong}<#else>${of.kind}, <#if of.kind == "hadoop">the folder of the warehouse knows its tables<#else>which was not asked</#if></#if></#macro>
<#macro catalogRemedy of>docs/storage.md says which catalog goes with which storage</#macro>

<#macro warehouse of>${of.folder} <#if of.remote>is on another file system and was not looked at<#elseif of.closed>cannot be written<#elseif of.missing>is not there yet, and a run can make it, ${gib(of.free)} free<#else>can be written, ${gib(of.free)} free</#if></#macro>
<#macro warehouseRemedy of><#if of.remote>look there with its own tools: whoever runs must be able to write, and nobody else to read restricted/<#elseif of.closed>give the user of this command the right to write there<#else>a release of the true size takes more: make room, or keep fewer releases (keep in conf/)</#if></#macro>

<#macro restricted of>${of.folder} can be entered by <#if of.open>others<#else>its owner only</#if></#macro>
<#macro restrictedRemedy of>it names people and households: chmod 700 ${of.folder}</#macro>

<#macro delivery of><#if of.wrong?has_content>${of.wrong}<#else>${of.found} of ${of.datasets} datasets, months ${of.months?has_content?then(of.months, "none")}</#if></#macro>
<#macro deliveryRemedy of><#if of.wrong?has_content>name the folder that holds one folder per dataset<#else>no file of ${of.missing?join(", ")}: families that read them are not computed</#if></#macro>

<#macro totals of>control totals of ${of.months?has_content?then(of.months, "no month")}<#if of.without?has_content>; files without any in ${of.without}</#if></#macro>
<#macro totalsRemedy of>a month without control totals is not delivered yet: wait for the dataset ${of.dataset}</#macro>
