<#-- Words that go with a number. -->
<#function counted number one many><#return number + " " + (number == 1)?then(one, many)></#function>
