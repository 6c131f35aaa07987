<?xml version="1.0" encoding="utf-8" ?>
<ogr:FeatureCollection
     gml:id="aFeatureCollection"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
     xsi:schemaLocation="http://ogr.maptools.org/ gml-6706.xsd"
     xmlns:ogr="http://ogr.maptools.org/"
     xmlns:gml="http://www.opengis.net/gml/3.2">
  <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::6706"><gml:lowerCorner>45.13 10.02</gml:lowerCorner><gml:upperCorner>45.16 10.06</gml:upperCorner></gml:Envelope></gml:boundedBy>
                                                                                                                                                              
  <ogr:featureMember>
    <ogr:aree gml:id="aree.0">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::6706"><gml:lowerCorner>45.13 10.02</gml:lowerCorner><gml:upperCorner>45.14 10.03</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::6706" gml:id="aree.geom.0"><gml:exterior><gml:LinearRing><gml:posList>45.13 10.02 45.13 10.03 45.14 10.03 45.14 10.02 45.13 10.02</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
      <ogr:codice>001</ogr:codice>
      <ogr:località>Ca' del Pozzo, però</ogr:località>
      <ogr:area_m2>1234.5</ogr:area_m2>
      <ogr:lotti>7</ogr:lotti>
    </ogr:aree>
  </ogr:featureMember>
  <ogr:featureMember>
    <ogr:aree gml:id="aree.1">
      <gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::6706"><gml:lowerCorner>45.15 10.05</gml:lowerCorner><gml:upperCorner>45.16 10.06</gml:upperCorner></gml:Envelope></gml:boundedBy>
      <ogr:geometryProperty><gml:Polygon srsName="urn:ogc:def:crs:EPSG::6706" gml:id="aree.geom.1"><gml:exterior><gml:LinearRing><gml:posList>45.15 10.05 45.15 10.06 45.16 10.06 45.15 10.05</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></ogr:geometryProperty>
      <ogr:codice>002</ogr:codice>
      <ogr:località>Gerre</ogr:località>
      <ogr:area_m2>10.25</ogr:area_m2>
      <ogr:lotti>0</ogr:lotti>
    </ogr:aree>
  </ogr:featureMember>
</ogr:FeatureCollection>
