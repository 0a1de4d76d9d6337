"""Publications in official XML, as small as they can be, and how they are read."""

from __future__ import annotations

from qa.document import Document
from qa.ledger import ledger
from qa.load.official_xml import load_xml

PAPER = """<?xml version="1.0" encoding="utf-8"?>
<officiele-publicatie>
<metadata><meta name="OVERHEIDop.documenttitel" content="Brief over windmolens"/>
<meta name="OVERHEIDop.ontvanger" content="Tweede Kamer"/></metadata>
<kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2020-2021</tekstregel>
</kamerstukkop>
<dossier><dossiernummer><dossiernr>31 239</dossiernr></dossiernummer>
<titel>Duurzame energie</titel></dossier>
<stuk><stuknr>Nr. <ondernummer>185</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER</titel>
<datumtekst>Den Haag, 3 maart 2021</datumtekst>
<algemeen><vrije-tekst><tekst><al>Hierbij bied ik u het rapport aan.</al>
<divisie><kop><nr>1.</nr><titel>Inleiding</titel></kop>
<al id="a7">Er staan <nadruk type="cur">veel</nadruk> molens<noot id="n1" type="voet"><noot.nr>1
</noot.nr><noot.al>Zie het jaarverslag.</noot.al></noot>. Dat blijft zo.<nootref refid="n1"/></al>
<lijst><li><li.nr>a.</li.nr><al>op zee;</al></li><li><li.nr>b.</li.nr><al>op land:</al>
<lijst><li><li.nr>–</li.nr><al>in het bos.</al></li></lijst></li></lijst>
<tussenkop>Kosten</tussenkop>
<table><title>Molens per jaar</title><tgroup cols="2">
<thead><row><entry><al>Jaar</al></entry><entry><al>Aantal</al></entry></row></thead>
<tbody><row><entry><al>2019</al></entry><entry><al>412</al></entry></row></tbody></tgroup></table>
</divisie></tekst><tekst-sluiting><ondertekening><functie>De Minister van Energie</functie>,
<naam><voornaam>A.B.</voornaam><achternaam>de Wind</achternaam></naam></ondertekening>
</tekst-sluiting></vrije-tekst></algemeen>
<bijlage><kop><titel>Bijlage</titel></kop><artikel><kop><label>Artikel</label><nr>1</nr></kop>
<lid><lidnr>2.</lidnr><al>Molens draaien.</al></lid></artikel></bijlage></stuk></kamerstuk>
</officiele-publicatie>"""


QUESTIONS = """<officiele-publicatie><kamervragen>
<kamervraagkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2020-2021</tekstregel>
<tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel></kamervraagkop>
<kamervraagnummer>708</kamervraagnummer>
<kamervraagomschrijving type="vraag">Vragen van het lid <naam><achternaam>Jansen</achternaam></naam>
over <kamervraagonderwerp>de prijs van brood</kamervraagonderwerp> (ingezonden
<datum isodatum="2020-10-01">1 oktober 2020</datum>).</kamervraagomschrijving>
<kamervraagomschrijving type="antwoord">Antwoord van Minister
<naam><achternaam>Pietersen</achternaam></naam> (ontvangen <datum>11 november 2020</datum>).
</kamervraagomschrijving>
<vraag><nr>Vraag 1</nr><al>Kent u het bericht?</al></vraag>
<antwoord><nr>Antwoord 1</nr><al>Ja.</al></antwoord>
<vraag><nr>Vraag 2</nr><al>Wat kost brood gemiddeld?</al></vraag>
<antwoord><nr>Antwoord 2</nr><al>Twee euro.</al><al>Dat stijgt.</al></antwoord>
</kamervragen></officiele-publicatie>"""


PROCEEDINGS = """
<officiele-publicatie>
 <metadata>
  <meta content="https://zoek.officielebekendmakingen.nl/h-tk-20202021-4-9/metadata.xml"
        name="OVERHEIDop.externMetadataRecord" scheme=""/>
 </metadata>
 <handelingen>
  <agendapunt>
   <nr>
    9
   </nr>
   <item-titel>
    Molens
   </item-titel>
   <spreekbeurt nieuw="ja">
    <spreker>
     <voorvoegsels>
      Mevrouw
     </voorvoegsels>
     <naam>
      <achternaam>
       De Boer
      </achternaam>
     </naam>
     (
     <politiek>
      XYZ
     </politiek>
     ):
    </spreker>
    <tekst status="goed">
     <al-groep>
      <al>
       Een molen van 70m
       <sup>
        2
       </sup>
       is genoeg (
       <extref doc="kst-1-2" soort="document">
        12345
       </extref>
       , nr. 6).
      </al>
     </al-groep>
     <motie id="M-1">
      <kop>
       <titel>
        Motie
       </titel>
      </kop>
      <al>
       verzoekt de regering molens te bouwen,
      </al>
      <motie-info>
       <spreker>
        De voorzitter:
       </spreker>
       <al>
        Deze motie is voorgesteld door het lid De Boer.
       </al>
      </motie-info>
     </motie>
     <al-groep>
      <al>
       Tot zover.
      </al>
     </al-groep>
    </tekst>
   </spreekbeurt>
   <tekst status="goed">
    <al-groep>
     <al>
      De beraadslaging wordt gesloten.
     </al>
    </al-groep>
   </tekst>
  </agendapunt>
 </handelingen>
</officiele-publicatie>"""


def read(text: str | bytes) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    document = load_xml(data, "stuk.xml", "stuk", "0" * 64)
    ledger(document)  # raises where a character has no role or two
    return document


def titles(document: Document) -> list[tuple[int, str | None]]:
    return [(section.level, section.title) for section in document.sections]
