<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ gml-6707.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::6707"><gml:lowerCorner>4997897.9342882 580195.573016091</gml:lowerCorner><gml:upperCorner>5001271.10511856 583325.925269536</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                   
  <ogr:featureMember>
    <ogr:aree gml:id="aree.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::6707"><gml:lowerCorner>4997897.9342882 580195.573016091</gml:lowerCorner><gml:upperCorner>4999018.80442024 580995.959894647</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::6707" gml:id="aree.geom.0"><gml:exterior><gml:LinearRing><gml:posList>4997897.9342882 580209.59159956 4997907.9053624 580995.959894647 4999018.80442024 580981.803844608 4999008.83335715 580195.573016091 4997897.9342882 580209.59159956</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
      <ogr:codice>001</ogr:codice>
      <ogr:località>Ca' del Pozzo, però</ogr:località>
      <ogr:area_m2>1234.5</ogr:area_m2>
      <ogr:lotti>7</ogr:lotti>
    </ogr:aree>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:aree gml:id="aree.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::6707"><gml:lowerCorner>5000149.9393696 582539.831959597</gml:lowerCorner><gml:upperCorner>5001271.10511856 583325.925269536</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::6707" gml:id="aree.geom.1"><gml:exterior><gml:LinearRing><gml:posList>5000149.9393696 582539.831959597 5000160.20232099 583325.925269536 5001271.10511856 583311.351704526 5000149.9393696 582539.831959597</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
      <ogr:codice>002</ogr:codice>
      <ogr:località>Gerre</ogr:località>
      <ogr:area_m2>10.25</ogr:area_m2>
      <ogr:lotti>0</ogr:lotti>
    </ogr:aree>
  </ogr:featureMember>
</ogr:FeatureCollection>
