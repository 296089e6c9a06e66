package health.vigil.architecture.planted.domain;

import java.io.File;

record WritesAFile(File file) {}
