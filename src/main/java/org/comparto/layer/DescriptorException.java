package org.comparto.layer;

/** A layer descriptor can not be read or disagrees with the database; the message names the file and the fault. */
class DescriptorException extends RuntimeException {

  DescriptorException(String file, String fault) {
    super("gis-data/layers/" + file + ": " + fault);
  }
}
