package health.vigil.store;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;

/** The names that the migrations give to tables and columns. */
final class Schemas {

  private Schemas() {}

  static TokenSchema tokens() {
    return TokenSchema.builder()
        .setTokenTable("vigil.tokens")
        .setProcessorNameColumn("processor_name")
        .setSegmentColumn("segment")
        .setTokenColumn("token")
        .setTokenTypeColumn("token_type")
        .setTimestampColumn("touched_at")
        .setOwnerColumn("owner")
        .build();
  }

  static SagaSchema sagas() {
    return SagaSchema.builder()
        .sagaEntryTable("vigil.sagas")
        .sagaIdColumn("saga_id")
        .sagaTypeColumn("saga_type")
        .revisionColumn("revision")
        .serializedSagaColumn("state")
        .associationValueEntryTable("vigil.saga_associations")
        .associationKeyColumn("association_key")
        .associationValueColumn("association_value")
        .build();
  }

  static DeadLetterSchema deadLetters() {
    return DeadLetterSchema.builder()
        .deadLetterTable("vigil.dead_letters")
        .deadLetterIdentifierColumn("dead_letter_id")
        .processingGroupColumn("processing_group")
        .sequenceIdentifierColumn("sequence_identifier")
        .sequenceIndexColumn("sequence_index")
        .messageTypeColumn("message_type")
        .eventIdentifierColumn("event_identifier")
        .timestampColumn("occurred_at")
        .payloadTypeColumn("payload_type")
        .payloadRevisionColumn("payload_revision")
        .payloadColumn("payload")
        .metaDataColumn("metadata")
        .aggregateTypeColumn("stream_type")
        .aggregateIdentifierColumn("stream_id")
        .sequenceNumberColumn("sequence_number")
        .tokenTypeColumn("token_type")
        .tokenColumn("token")
        .enqueuedAtColumn("enqueued_at")
        .lastTouchedColumn("last_touched")
        .processingStartedColumn("processing_started")
        .causeTypeColumn("cause_type")
        .causeMessageColumn("cause_message")
        .diagnosticsColumn("diagnostics")
        .build();
  }
}
