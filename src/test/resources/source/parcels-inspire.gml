<?xml version="1.0" encoding="UTF-8"?>
<!-- Made for tests in the way the cadastral service answers: invented parcels of no municipality that is (Z999). -->
<wfs:FeatureCollection xmlns:CP="http://mapserver.gis.umn.edu/mapserver" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:wfs="http://www.opengis.net/wfs/2.0"
    numberMatched="4" numberReturned="4">
  <wfs:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::6706"><gml:lowerCorner>45.1300 10.0200</gml:lowerCorner><gml:upperCorner>45.1320 10.0240</gml:upperCorner></gml:Envelope></wfs:boundedBy>
  <wfs:member>
    <CP:CadastralParcel gml:id="CadastralParcel.IT.AGE.PLA.Z999_001200.345">
      <CP:msGeometry><gml:Polygon gml:id="p1" srsName="urn:ogc:def:crs:EPSG::6706"><gml:exterior><gml:LinearRing><gml:posList srsDimension="2">45.1300 10.0200 45.1310 10.0200 45.1310 10.0210 45.1300 10.0210 45.1300 10.0200</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></CP:msGeometry>
      <CP:INSPIREID_LOCALID>IT.AGE.PLA.Z999_001200.345</CP:INSPIREID_LOCALID>
      <CP:INSPIREID_NAMESPACE>IT.AGE.PLA.</CP:INSPIREID_NAMESPACE>
      <CP:LABEL>345</CP:LABEL>
      <CP:NATIONALCADASTRALREFERENCE>Z999_001200.345</CP:NATIONALCADASTRALREFERENCE>
      <CP:ADMINISTRATIVEUNIT>Z999</CP:ADMINISTRATIVEUNIT>
    </CP:CadastralParcel>
  </wfs:member>
  <wfs:member>
    <CP:CadastralParcel gml:id="CadastralParcel.IT.AGE.PLA.Z999A0012A0.345">
      <CP:msGeometry><gml:Polygon gml:id="p2" srsName="urn:ogc:def:crs:EPSG::6706"><gml:exterior><gml:LinearRing><gml:posList srsDimension="2">45.1300 10.0210 45.1310 10.0210 45.1310 10.0220 45.1300 10.0220 45.1300 10.0210</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></CP:msGeometry>
      <CP:INSPIREID_LOCALID>IT.AGE.PLA.Z999A0012A0.345</CP:INSPIREID_LOCALID>
      <CP:INSPIREID_NAMESPACE>IT.AGE.PLA.</CP:INSPIREID_NAMESPACE>
      <CP:LABEL>345</CP:LABEL>
      <CP:NATIONALCADASTRALREFERENCE>Z999A0012A0.345</CP:NATIONALCADASTRALREFERENCE>
      <CP:ADMINISTRATIVEUNIT>Z999</CP:ADMINISTRATIVEUNIT>
    </CP:CadastralParcel>
  </wfs:member>
  <wfs:member>
    <CP:CadastralParcel gml:id="CadastralParcel.IT.AGE.PLA.Z999_010000.7">
      <CP:msGeometry><gml:Polygon gml:id="p3" srsName="urn:ogc:def:crs:EPSG::6706"><gml:exterior><gml:LinearRing><gml:posList srsDimension="2">45.1310 10.0200 45.1320 10.0200 45.1320 10.0210 45.1310 10.0210 45.1310 10.0200</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></CP:msGeometry>
      <CP:INSPIREID_LOCALID>IT.AGE.PLA.Z999_010000.7</CP:INSPIREID_LOCALID>
      <CP:INSPIREID_NAMESPACE>IT.AGE.PLA.</CP:INSPIREID_NAMESPACE>
      <CP:LABEL>7</CP:LABEL>
      <CP:NATIONALCADASTRALREFERENCE>Z999_010000.7</CP:NATIONALCADASTRALREFERENCE>
      <CP:ADMINISTRATIVEUNIT>Z999</CP:ADMINISTRATIVEUNIT>
    </CP:CadastralParcel>
  </wfs:member>
  <wfs:member>
    <CP:CadastralParcel gml:id="CadastralParcel.IT.AGE.PLA.Z999_000100.STRADA001">
      <CP:msGeometry><gml:Polygon gml:id="p4" srsName="urn:ogc:def:crs:EPSG::6706"><gml:exterior><gml:LinearRing><gml:posList srsDimension="2">45.1310 10.0210 45.1320 10.0210 45.1320 10.0240 45.1310 10.0240 45.1310 10.0210</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></CP:msGeometry>
      <CP:INSPIREID_LOCALID>IT.AGE.PLA.Z999_000100.STRADA001</CP:INSPIREID_LOCALID>
      <CP:INSPIREID_NAMESPACE>IT.AGE.PLA.</CP:INSPIREID_NAMESPACE>
      <CP:LABEL>STRADA001</CP:LABEL>
      <CP:NATIONALCADASTRALREFERENCE>Z999_000100.STRADA001</CP:NATIONALCADASTRALREFERENCE>
      <CP:ADMINISTRATIVEUNIT>Z999</CP:ADMINISTRATIVEUNIT>
    </CP:CadastralParcel>
  </wfs:member>
</wfs:FeatureCollection>
