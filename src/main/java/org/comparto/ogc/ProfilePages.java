package org.comparto.ogc;

/** Pages of another module about the features of one layer: items link to them, and the sitemap names them. */
public interface ProfilePages {

  /** The layer they are about. */
  String layer();

  /** The page that lists them all, below the application. */
  String index();

  /** The page of one feature, below the application; there is one for every public feature of the layer. */
  String path(long id);
}
