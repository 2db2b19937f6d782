-- The seven early-warning rules with their defaults, as conditions per household and month, in the table `alert`.
create table house as
select h.household_id, h.period, h.registration, h.persons,
  cast(left(h.period, 4) as int) * 12 + cast(right(h.period, 2) as int) as month,
  line_fen, monitoring_line_fen,
  wage_fen + business_fen + property_fen + transfer_fen as income,
  medical_fen + education_fen + disaster_fen as expense,
  least(wage_fen, business_fen, property_fen, transfer_fen, medical_fen, education_fen, disaster_fen) < 0 as negative,
  wage_fen = 0 and business_fen = 0 and property_fen = 0 and transfer_fen = 0 as blank,
  exists (from employment e where e.household_id = h.household_id and e.period = h.period) as employed,
  exists (from person p where p.household_id = h.household_id and p.period = h.period and labour_capacity <> 'none') as labour,
  exists (from risk_report r where r.household_id = h.household_id and r.period = h.period) as reported
from household h
join household_account a using (household_id, period)
join poverty_line y on y.year = cast(left(h.period, 4) as int)
where h.registration <> 'general';

create table windowed as
select *, lag(employed) over months as was_employed,
  count(*) over three as n3, sum(income) over three as income3, min(income) over three as least3,
  max(income) over three as most3, bool_and(blank) over three as blank3,
  count(*) over six as n6, sum(income) over six - sum(income) over three as income3_before,
  count(*) over twelve as n12, sum(income) over twelve as income12, sum(expense) over twelve as expense12
from house
window months as (partition by household_id order by month),
  three as (months rows 2 preceding), six as (months rows 5 preceding), twelve as (months rows 11 preceding);

create table alert as
select household_id, period, month, unnest(list_filter([
  case when n3 = 3 and income3 * 4 < monitoring_line_fen * persons then 'low_income' end,
  case when n6 = 6 and labour and income3 * 2 <= income3_before and income3_before > 0 then 'income_drop' end,
  case when n12 = 12 and expense12 * 10 > income12 * 3 then 'expense_surge' end,
  case when n12 = 12 and registration = 'exited' and income12 < line_fen * persons then 'below_line' end,
  case when was_employed and not employed and labour then 'job_loss' end,
  case when reported then 'risk_report' end,
  case when negative or (n3 = 3 and blank3 and employed) or (n3 = 3 and least3 = most3 and most3 <> 0) then 'implausible' end
], rule -> rule is not null)) as rule
from windowed;
