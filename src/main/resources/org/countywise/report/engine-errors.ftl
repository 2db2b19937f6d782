<#-- Why the engine failed, where whoever reads it can mend that: each on one line. -->
<#macro disk_full of>a disk is full (${of.said}): make room where the warehouse lies and where rows lie while a command works (spark.local.dir in conf/, or TMPDIR), then run again; 'countywise doctor --warehouse W' says what is free</#macro>
