-- Nothing but the roster. 533321 was listed under the code that 533301 replaced in March 2020.
insert into region (region_code, level, parent_code, valid_from, valid_to) values
  ('53', 'province', 'CN', '1981-01-01', null), ('5333', 'prefecture', '53', '1981-01-01', null),
  ('533321', 'county', '5333', '1981-01-01', '2020-03-01'), ('533301', 'county', '5333', '2020-03-01', null);
insert into region_change (old_code, new_code, changed_on, kind) values ('533321', '533301', '2020-03-01', 'recode');
-- Delisted on July's last day, listed on it, listed a day later; of the villages one is delisted in August.
insert into listing (region_code, level, listed_on, delisted_on) values
  ('520101', 'county', '2020-01-25', '2020-07-31'), ('520102', 'county', '2020-07-31', null),
  ('130101', 'county', '2020-08-01', null), ('533321', 'county', '2020-01-25', null),
  ('520101001001', 'village', '2020-01-25', null), ('520101001002', 'village', '2020-01-25', '2020-08-01');
