<#-- The first sheet of a workbook in Chinese, filled in with a WorkbookText: the sheet's name, then lines; a tab ends a cell. -->
说明
${release}版指标
<#if restricted>
受限：本文件含村级数据和已隐去的数字，只供有权查阅受限数据的人员使用。
</#if>

工作表
indicators	全部指标：名称、单位、公式、分子和分母的中英文说明
regions	全部地区：代码、级别、名称、上级
（其他）	指标值，每类指标一张表；一张表放不下时续到下一张

数值
value	分子，或分子除以分母；百分比以百分数表示，12.5即12.5%
空白	没有数字，原因见状态；空白不等于零
文本	超过15位的分子或分母按文本存放，因为Excel会将其舍入
period	月份，文本格式YYYY-MM
breakdown	空白表示合计，否则为“名称=取值”

状态
A	正常
P	暂定：有应报送的县尚未报送
O	未报送：缺少所需数据
M	无法计算：分母为零，或没有任何已知数据
Q	已隐去：数字过小，或会泄露过小的数字
U	可靠性低：被拒绝的记录过多
B	中断：该地区的区划有变更

百分比和平均数不可相加，应以分子之和除以分母之和。下级数字已隐去（Q）或未报送（O）时，自行汇总的结果偏低。
