"""What each symmetry group does, for a trainee: which turns, mirrors and glides it has, in plain words."""

from __future__ import annotations

from batikstudio.base.words import Words

WALLPAPER: dict[str, Words] = {
    "p1": Words(
        "Motif hanya digeser ke samping dan ke bawah. Tidak ada yang diputar atau dicerminkan.",
        "The motif is only shifted, sideways and downwards. Nothing is turned or mirrored.",
    ),
    "p2": Words(
        "Kain sama jika diputar setengah lingkaran, seperti parang. Tidak ada cermin.",
        "The cloth is the same after half a turn, as parang is. There are no mirrors.",
    ),
    "pm": Words(
        "Kiri dan kanan seperti bayangan cermin; semua garis cerminnya sejajar.",
        "Left and right are mirror images; all mirror lines are parallel.",
    ),
    "pg": Words(
        "Motif digeser setengah langkah lalu dicerminkan, seperti jejak kaki. Tidak ada cermin biasa.",
        "The motif is shifted by half a step and mirrored, as footprints are. There is no plain mirror.",
    ),
    "cm": Words(
        "Setiap motif setangkup kiri dan kanan, dan lajur di sebelahnya turun setengah langkah.",
        "Each motif is its own mirror image, and the column beside it stands half a step lower.",
    ),
    "pmm": Words(
        "Ada cermin mendatar dan tegak; di setiap persilangannya kain dapat diputar setengah lingkaran.",
        "There are mirrors across and down; about each of their crossings the cloth can be turned by half.",
    ),
    "pmg": Words(
        "Ada cermin satu arah saja; tegak lurus padanya motif digeser setengah langkah dan dicerminkan.",
        "There are mirrors one way only; across them the motif is shifted by half a step and mirrored.",
    ),
    "pgg": Words(
        "Tidak ada cermin biasa: dua arah geser-cermin, dan putaran setengah lingkaran di antaranya.",
        "There is no plain mirror: shifts with a mirror both ways, and half turns between them.",
    ),
    "cmm": Words(
        "Ada cermin dua arah seperti belah ketupat yang berselang; putaran setengah juga di antara cermin.",
        "There are mirrors both ways, as in staggered lozenges; half turns also lie between the mirrors.",
    ),
    "p4": Words(
        "Kain sama jika diputar seperempat lingkaran, seperti banji. Tidak ada cermin.",
        "The cloth is the same after a quarter turn, as banji is. There are no mirrors.",
    ),
    "p4m": Words(
        "Diputar seperempat lingkaran tetap sama, dan cermin melalui pusatnya ke empat arah, seperti kawung.",
        "A quarter turn leaves it the same, and mirrors pass through its centre four ways, as in kawung.",
    ),
    "p4g": Words(
        "Diputar seperempat lingkaran tetap sama, tetapi cerminnya lewat di antara pusat-pusat putarnya.",
        "A quarter turn leaves it the same, but its mirrors pass between the centres of the turns.",
    ),
    "p3": Words(
        "Kain sama jika diputar sepertiga lingkaran. Tidak ada cermin.",
        "The cloth is the same after a third of a turn. There are no mirrors.",
    ),
    "p3m1": Words(
        "Diputar sepertiga lingkaran tetap sama, dan setiap pusat putarnya terletak pada cermin.",
        "A third of a turn leaves it the same, and every centre of a turn lies on a mirror.",
    ),
    "p31m": Words(
        "Diputar sepertiga lingkaran tetap sama; sebagian pusat putarnya tidak terletak pada cermin.",
        "A third of a turn leaves it the same; some centres of turns lie on no mirror.",
    ),
    "p6": Words(
        "Kain sama jika diputar seperenam lingkaran, seperti kincir berdaun enam. Tidak ada cermin.",
        "The cloth is the same after a sixth of a turn, as a mill with six sails is. There are no mirrors.",
    ),
    "p6m": Words(
        "Diputar seperenam lingkaran tetap sama, dan cermin melalui pusatnya ke enam arah, seperti sarang lebah.",
        "A sixth of a turn leaves it the same, and mirrors pass through its centre six ways, as in a honeycomb.",
    ),
}
"""Of the 17 wallpaper groups."""

BANDS: dict[str, Words] = {
    "p1": Words(
        "Motif hanya digeser sepanjang lajur.",
        "The motif is only shifted along the band.",
    ),
    "p11g": Words(
        "Motif berganti-ganti di atas dan di bawah garis tengah, seperti jejak kaki.",
        "The motif lies above and below the middle line in turn, as footprints do.",
    ),
    "p1m1": Words(
        "Setiap motif setangkup kiri dan kanan, seperti tumpal.",
        "Each motif is its own mirror image from left to right, as tumpal is.",
    ),
    "p2": Words(
        "Lajur sama jika diputar setengah lingkaran. Tidak ada cermin.",
        "The band is the same after half a turn. There are no mirrors.",
    ),
    "p2mg": Words(
        "Motif setangkup yang berganti-ganti tegak dan terbalik, seperti untu walang.",
        "Motifs that are their own mirror images stand and hang in turn, as the teeth of untu walang do.",
    ),
    "p11m": Words(
        "Bagian atas lajur adalah bayangan cermin bagian bawahnya.",
        "The upper half of the band is the mirror image of the lower.",
    ),
    "p2mm": Words(
        "Lajur setangkup kiri dan kanan maupun atas dan bawah.",
        "The band is its own mirror image from left to right and from above to below.",
    ),
}
"""Of the 7 frieze groups."""
