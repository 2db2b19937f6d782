<#-- Notes on columns of a workbook in Chinese: the column, a tab, what is said. -->
value	空白：没有数字，原因见状态；空白不等于零。百分比以百分数表示。
numerator	精确分子；超过15位按文本存放。
denominator	精确分母；单纯计数为空白。
period	月份，文本格式YYYY-MM。
breakdown	空白表示合计，否则为“名称=取值”。
status	A 正常；P 暂定；O 未报送；M 无法计算；Q 已隐去；U 可靠性低；B 区划有变更
