-- What the serving role may do with the read models: keep their rows and those of their twins, and have them change places.

GRANT USAGE ON SCHEMA vigil_rebuild TO ${servingRole};

GRANT SELECT, INSERT, UPDATE, DELETE
  ON vigil.projection_progress,
    vigil.ward_board_bed, vigil.ward_board_stay,
    vigil.patient_directory, vigil.chart_observation, vigil.chart_plan,
    vigil.alert_inbox, vigil.day_list,
    vigil_rebuild.projection_progress,
    vigil_rebuild.ward_board_bed, vigil_rebuild.ward_board_stay,
    vigil_rebuild.patient_directory, vigil_rebuild.chart_observation, vigil_rebuild.chart_plan,
    vigil_rebuild.alert_inbox, vigil_rebuild.day_list
  TO ${servingRole};

GRANT SELECT ON vigil.read_model_table TO ${servingRole};
GRANT SELECT, UPDATE ON vigil.read_model TO ${servingRole};
GRANT SELECT, INSERT, UPDATE ON vigil.read_model_run TO ${servingRole};
GRANT EXECUTE ON FUNCTION vigil.switch_read_model, vigil.empty_twins, vigil.analyze_twins, vigil.begin_past TO ${servingRole};
