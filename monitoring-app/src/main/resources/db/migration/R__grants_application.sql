-- What the serving role may do beside the store: keep the read models, and see which migrations were made.

GRANT SELECT ON vigil.flyway_schema_history TO ${servingRole};

GRANT SELECT, INSERT, UPDATE, DELETE
  ON vigil.projection_progress,
    vigil.ward_board_bed, vigil.ward_board_stay,
    vigil.patient_directory, vigil.chart_observation, vigil.chart_plan,
    vigil.alert_inbox, vigil.day_list
  TO ${servingRole};
