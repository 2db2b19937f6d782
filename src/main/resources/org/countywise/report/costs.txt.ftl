<#-- What the run of a release cost, on a terminal: filled in with a CostTable. -->
<#if costs?has_content>
What release ${release} cost:

<@table edges="<>>" head=["step", "seconds", "cells"]
  rows=steps?map(of -> [of.step, of.seconds?string("0.0"), of.cells!"–"])/>

<@table edges="<>>>>>" head=["dataset", "rows read", "bytes of files", "rows reused", "rejected", "cells"]
  rows=datasets?map(of -> [of.dataset, of.rows, of.bytes, of.reused, of.rejected, of.cells!"–"])/>
<#else>
Release ${release} does not say what it cost: an older version made it.
</#if>
