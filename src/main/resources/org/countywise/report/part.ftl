<#-- One part of a text: a macro of its template. -->
<#import text as words><@words[macro] of/><#t>
