<#-- Why rows of a number are not followed. -->
<#macro otherDefinitions of>the definitions in ${of.folder} are not those of release ${of.release}; name their folder with --jobs</#macro>

<#macro otherFiles of>the files in ${of.folder} are not those of release ${of.release}; name a copy of its delivery with --delivery</#macro>
