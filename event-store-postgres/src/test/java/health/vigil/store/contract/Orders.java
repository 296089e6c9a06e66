package health.vigil.store.contract;

import health.vigil.local.Credentials;

/** What a process of a node has to do. One line, given to it when it starts. */
record Orders(Address address, Subject subject, String name, int writers, int appends) {

  /** So many appends as there is time for. */
  static final int WITHOUT_END = Integer.MAX_VALUE;

  static Orders parse(String line) {
    String[] parts = line.split(" ", 7);
    return new Orders(
        new Address(parts[0], new Credentials(parts[1], parts[2])),
        Subject.valueOf(parts[3]),
        parts[4],
        Integer.parseInt(parts[5]),
        Integer.parseInt(parts[6]));
  }

  String line() {
    return String.join(
        " ",
        address.url(),
        address.user().user(),
        address.user().password(),
        subject.name(),
        name,
        "" + writers,
        "" + appends);
  }
}
