<#-- English words that go with a number. -->
<#function counted number one many><#return number + " " + (number == 1)?then(one, many)></#function>
<#function plural noun><#return noun?replace("y$", "ie", "r") + "s"></#function>
