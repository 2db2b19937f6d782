-- Province 52 in the west with counties 520101 (three villages), 520102 and 520103 (one each); province 13 in the
-- east with 130101 to 130104 (one each). A county without control totals or listing is not expected.
insert into region (region_code, level, parent_code, valid_from) values
  ('52', 'province', 'CN', '1981-01-01'), ('13', 'province', 'CN', '1981-01-01'),
  ('5201', 'prefecture', '52', '1981-01-01'), ('1301', 'prefecture', '13', '1981-01-01'),
  ('520101001002', 'village', '520101001', '1981-01-01'), ('520101001003', 'village', '520101001', '1981-01-01');
create temp table county as
select unnest(['520101', '520102', '520103', '130101', '130102', '130103', '130104']) as code;
insert into region (region_code, level, parent_code, valid_from)
select code, 'county', code[1:4], '1981-01-01' from county
union all
select code || '001', 'township', code, '1981-01-01' from county
union all
select code || '001001', 'village', code || '001', '1981-01-01' from county;
