"""Where names, meanings and constructions of the fillers come from."""

GLOSSARIES = "library.binus.ac.id 2009200152 (glossary of isen-isen); thephrase.id (isen-isen)"
BINUS = "library.binus.ac.id 2009200152 (glossary of isen-isen)"
THEPHRASE = "thephrase.id (isen-isen)"
SUSANTO = "Ragam hias batik after S. Susanto, Seni Kerajinan Batik Indonesia, 1980"
WORKSHOPS = "Name and form as commonly taught in workshops; measures by the program"
TRUNTUM = "pegawainegeri.net (truntum as a filler); measures by the program"
