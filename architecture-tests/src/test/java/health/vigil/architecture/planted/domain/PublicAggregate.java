package health.vigil.architecture.planted.domain;

import org.axonframework.modelling.command.AggregateRoot;

/** Should be hidden. */
@AggregateRoot
public class PublicAggregate {}
