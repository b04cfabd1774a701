"""Lists in the wordings that clerks use, as tables of text; all made up.

A table: `? input=value` says something for all rows; the rows of the file, cells between bars (`@2026-11-01` is a day,
`'1` a text of digits); below `--` one line a person, as a careful reader takes it (`!`: a row that must be mended).
"""

from __future__ import annotations

import datetime

from layouts import Layout

TABLES = """
= registration of a group, with its units in the titles
No. | NIK | Nama Lengkap (sesuai KTP) | Tempat/Tgl. Lahir | L/P | Pekerjaan | Penghasilan per Bulan (Rp) | HP | Segmen
1 | '5304000000000001 | Ana Contoh | Atambua, 3-5-1984 | P | Tani | Rp 1.500.000,- | '081200000001 | BPU
2 | '5304000000000002 | Beni Contoh | Betun, 12-11-1990 | L | Tukang ojek | 1.000.000,00 | '081200000002 | BPU
--
bpu 1500000 sector=other
bpu 1000000 sector=transport
= income with what it is made of
Nama Pekerja | Upah (Gaji Pokok + Tunjangan Tetap) | Jenis Kepesertaan
Ana | 3.000.000 | PU
Beni | Rp. 2.750.000,- | PU
--
pu 3000000
pu 2750000
= wage or salary
NAMA TENAGA KERJA | UPAH/GAJI (Rp.) | SEGMEN KEPESERTAAN
ANA | 2500000 | Penerima Upah (PU)
BENI | 1.250.000 | BPU (Mandiri)
--
pu 2500000
bpu 1250000
= about so much
Nama Anggota | Perkiraan Penghasilan per Bulan | Kategori
Ana | ± 1,5 jt | Mandiri
Beni | Rp1.000.000/bulan | Pekerja Mandiri
Cica | 2 jt sebulan | informal
--
bpu 1500000
bpu 1000000
bpu 2000000
= average income
Nama | Rata-rata Penghasilan/Bulan | Jenis Peserta
Ana | 1 000 000 | BPU
Beni | 1.500.000.- | BPU
Cica | 1500rb | BPU
--
bpu 1000000
bpu 1500000
bpu 1500000
= in thousands
Nama | Segmen | Penghasilan (ribu rupiah)
Ana | bpu | 1.500
Beni | bpu | 1000
Cica | bpu | 750
--
bpu 1500000
bpu 1000000
bpu 750000
= in millions
Nama | Segmen | Penghasilan (juta)
Ana | bpu | 1,5
Beni | bpu | 2
--
bpu 1500000
bpu 2000000
= by the day is not by the month
? segment=bpu
Nama | Pendapatan per Hari | Penghasilan Sebulan
Ana | 50000 | 1250000
--
bpu 1250000
= riders at their stand
? segment=bpu
No | Nama Pengemudi | No Plat | Pangkalan | Profesi | Pendapatan/Bulan
1 | Ana | DH 1 | Pasar | Ojek | 1500000
2 | Beni | DH 2 | Pasar | Ojol | 1750000
3 | Cica | DH 3 | Terminal | sopir angkot | 2000000
4 | Dedi | DH 4 | Terminal | driver online | 2000000
5 | Edo | DH 5 | Terminal | bentor | 1000000
--
bpu 1500000 sector=transport
bpu 1750000 sector=transport
bpu 2000000 sector=transport
bpu 2000000 sector=transport
bpu 1000000 sector=transport
= everyday work
No | Nama | Kerja | Penghasilan
1 | Ana | tani | 1000000
2 | Beni | nelayan | 1000000
3 | Cica | jualan | 1000000
4 | Dedi | ART | 1000000
5 | Edo | TKI | 
6 | Fera | kerja kebun | 1000000
7 | Geri | jual ikan | 1000000
8 | Hela | tenun ikat | 1000000
9 | Ina | buka kios | 1000000
--
bpu 1000000 sector=other
bpu 1000000 sector=other
bpu 1000000 sector=other
bpu 1000000 sector=other
pmi
bpu 1000000 sector=other
bpu 1000000 sector=other
bpu 1000000 sector=other
bpu 1000000 sector=other
= honorary staff
? size=medium
Nama Pegawai | Pekerjaan | Honor per Bulan (Rp)
Ana | Guru honorer | 1250000
Beni | honorer | 1500000
Cica | Tenaga kontrak | 2000000
Dedi | PNS | 3500000
--
pu 1250000 size=medium
pu 1500000 size=medium
pu 2000000 size=medium
!
= work as identity cards have it
? segment=bpu
Nama | Jenis Pekerjaan | Besaran Penghasilan
Ana | PETANI/PEKEBUN | 1000000
Beni | NELAYAN/PERIKANAN | 1000000
Cica | BURUH TANI/PERKEBUNAN | 1000000
Dedi | MENGURUS RUMAH TANGGA | 1000000
Edo | TRANSPORTASI | 1000000
Fera | BURUH HARIAN LEPAS | 1000000
--
bpu 1000000 sector=other
bpu 1000000 sector=other
bpu 1000000 sector=other
bpu 1000000
bpu 1000000 sector=transport
bpu 1000000 sector=other
= family heads of a parish
DATA UMAT PAROKI CONTOH
Lingkungan : Santo Contoh
No | Nama KK | KUB | Pekerjaan KK | Penghasilan KK / bulan | Segmen
1 | Ana | A | Tani | 1000000 | BPU
2 | Beni | A | Ojek | 1000000 | BPU
--
bpu 1000000 sector=other
bpu 1000000 sector=transport
= members of a credit union
No | No. Buku Anggota | Nama Anggota | Simpanan Pokok | Wajib | Pinjaman | Pekerjaan/Usaha | Pendapatan Perbulan
1 | '001.02 | Ana | 100000 | 20000 | 5000000 | dagang kue | 1500000
2 | '001.03 | Beni | 100000 | 20000 | 0 | kuli pasar | 1000000
3 | '001.04 | Cica | 100000 | 20000 | 0 | Nelayan | 1200000
--
bpu 1500000 sector=other
bpu 1000000 sector=other
bpu 1200000 sector=other
= status that says no segment
? segment=bpu
Nama | Status Kepesertaan | Penghasilan
Ana | Aktif | 1000000
Beni | Non aktif | 1500000
--
bpu 1000000
bpu 1500000
= status that says the segment
Nama | Status Peserta | Penghasilan
Ana | BPU | 1000000
Beni | PU | 1500000
--
bpu 1000000
pu 1500000
= placement that is a country
? segment=pmi
No | Nama PMI | Negara Tujuan | Penempatan | Jabatan | Lama Kontrak | Gaji
1 | Ana | Malaysia | Johor | PRT | 2 tahun | RM 1.700
2 | Beni | Hong Kong | Kowloon | Perawat lansia | 24 bulan | HKD 5.000
--
pmi contract=24
pmi contract=24
= years of a contract
? segment=pmi
Nama CPMI | Jalur Penempatan | Lama Kontrak (Tahun)
Ana | P3MI | 2
Beni | Mandiri | 1
--
pmi contract=24 placement=p3mi
pmi contract=12 placement=individual
= migrants by their kind
Nama | Jenis Peserta | Masa Kontrak (bulan) | Cara Penempatan
Ana | PMI (TKI) | 24 | Perseorangan
Beni | CPMI | 6 | P3MI
--
pmi contract=24 placement=individual
pmi contract=6 placement=p3mi
= projects of a district
? segment=jakon
No | Nama Paket | Paket | Lokasi | Penyedia | Nilai Kontrak tanpa PPN (Rp) | Tahap
1 | Jalan desa | Peningkatan jalan | Soe | CV Contoh | 195.000.000,00 | Tahap I
2 | Embung | Pembangunan embung | Kefa | CV Contoh | Rp 1.250.000.000,- | Tahap II
--
jakon 195000000
jakon 1250000000
= projects with and without tax
? segment=jakon
Nama Pekerjaan | Nilai Kontrak (termasuk PPN) | PPN | Nilai Kontrak sebelum PPN
Ruang kelas | 222000000 | 22000000 | 200000000
--
jakon 200000000
= village projects
Kegiatan | Nilai Proyek | Segmen
Rabat jalan | Rp150.000.000 | Jasa Konstruksi (Jakon)
--
jakon 150000000
= payroll with many sums
? segment=pu
? size=small
DAFTAR GAJI KARYAWAN
BULAN : NOVEMBER 2026
No | NIP | Nama Karyawan | Jabatan | Gaji Pokok (Rp) | Uang Makan | Transport | Lembur | Potongan | Gaji Bersih | TTD
1 | 'K-01 | Ana | Kasir | 2.328.969 | 200.000 | 100.000 | 0 | 69.869 | 2.559.100 | 
2 | 'K-02 | Beni | Satpam | 2.400.000 | 200.000 | 100.000 | 0 | 72.000 | 2.628.000 | 
 | | Jumlah | | 4.728.969 | 400.000 | 200.000 | 0 | 141.869 | 5.187.100 | 
--
pu 2328969 size=small month=2026-11
pu 2400000 size=small month=2026-11
= payroll of a month named in its title
? segment=pu
DAFTAR GAJI PEGAWAI JANUARI 2027
Nama | Upah
Ana | 3000000
--
pu 3000000 month=2027-01
= a report with its month beside a word
? segment=bpu
REKAP IURAN ANGGOTA | | 
Bulan | : Desember 2026 | 
Nama | Penghasilan | Program
Ana | 1000000 | JKK-JKM
--
bpu 1000000 month=2026-12 programs=jkk,jkm
= averages at the end
? segment=bpu
No | Nama | Penghasilan
1 | Ana | 1000000
2 | Beni | 2000000
 | Rata-rata | 1500000
 | TOTAL KESELURUHAN | 3000000
 | Terbilang: tiga juta rupiah | 
--
bpu 1000000
bpu 2000000
= programs in many hands
? segment=bpu
Nama | Penghasilan | Program yang diikuti
Ana | 1000000 | JKK - JKM
Beni | 1000000 | 3 Program (JKK, JKM, JHT)
Cica | 1000000 | jkk.jkm.jht
Dedi | 1000000 | JKK, JKM dan JHT
Edo | 1000000 | 2
Fera | 1000000 | JKK|JKM
Geri | 1000000 | Kecelakaan Kerja & Kematian
Hela | 1000000 | JKK + JKM (2 program)
--
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm,jht
bpu 1000000 programs=jkk,jkm,jht
bpu 1000000 programs=jkk,jkm,jht
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm
= programs that are ticked by a machine
? segment=bpu
Nama | Penghasilan | JKK | JKM | JHT
Ana | 1000000 | TRUE | TRUE | FALSE
Beni | 1000000 | TRUE | TRUE | TRUE
--
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm,jht
= programs that are crossed
? segment=bpu
Nama | Penghasilan | Ikut JKK | Ikut JKM | JHT
Ana | 1000000 | x | x | 
Beni | 1000000 | x | X | x
Cica | 1000000 | x | x | nanti
--
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm,jht
!
= programs by their names
? segment=bpu
Nama | Penghasilan | Kecelakaan Kerja | Kematian | Hari Tua
Ana | 1000000 | ikut | ikut | tidak ikut
Beni | 1000000 | v | v | x
--
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm
= programs with words between
? segment=bpu
Nama | Penghasilan | Program
Ana | 1000000 | JKK dan JKM saja
Beni | 1000000 | tidak ikut JHT
--
bpu 1000000 programs=jkk,jkm
!
= who pays, in their own words
? segment=bpu
Nama | Penghasilan | Sumber Dana
Ana | 1000000 | Dana Desa
Beni | 1000000 | APBD Kab. Contoh
Cica | 1000000 | Gereja Contoh Kota Baru
Dedi | 1000000 | dibayar sendiri
Edo | 1000000 | CSR Bank Contoh
--
bpu 1000000 payer=government
bpu 1000000 payer=government
bpu 1000000 payer=sponsor
bpu 1000000 payer=self
bpu 1000000 payer=sponsor
= sectors that are occupations
? segment=bpu
Nama | Penghasilan | Sektor Pekerjaan
Ana | 1000000 | nelayan tangkap
Beni | 1000000 | Jasa angkutan
Cica | 1000000 | tukang ojek
Dedi | 1000000 | jual sayur
--
bpu 1000000 sector=other
bpu 1000000 sector=transport
bpu 1000000 sector=transport
bpu 1000000 sector=other
= kind of business is no sector
? segment=bpu
Nama | Bidang Usaha | Penghasilan
Ana | jual pulsa | 1000000
Beni | bengkel motor | 1000000
--
bpu 1000000 sector=other
bpu 1000000 sector=other
= age and its unit
? segment=pu
Nama | Usia (Tahun) | Upah per Bulan
Ana | 45 | 3000000
Beni | 60 Tahun | 3000000
Cica | 38 thn | 3000000
--
pu 3000000 age=45
pu 3000000 age=60
pu 3000000 age=38
= births as machines write them
? segment=pu
NAMA_DEPAN | TGL_LAHIR | UPAH
Ana | '05031984 | 3000000
Beni | 1967-05-12 | 3000000
Cica | 5 Mar 1984 | 3000000
Dedi | @1970-01-31 | 3000000
--
pu 3000000 age=42
pu 3000000 age=59
pu 3000000 age=42
pu 3000000 age=56
= periods
? segment=bpu
Nama | Periode Iuran | Penghasilan
Ana | '202611 | 1000000
Beni | 11-2026 | 1000000
Cica | NOV 2026 | 1000000
Dedi | 1-Des-26 | 1000000
Edo | 2026/12/01 | 1000000
--
bpu 1000000 month=2026-11
bpu 1000000 month=2026-11
bpu 1000000 month=2026-11
bpu 1000000 month=2026-12
bpu 1000000 month=2026-12
= month of payment
? segment=bpu
Nama | Bulan Bayar | Penghasilan
Ana | Januari 2027 | 1000000
--
bpu 1000000 month=2027-01
= month as a day of a sheet
? segment=bpu
Nama Peserta | Bulan Iuran | Dasar Upah
Ana | @2026-11-01 | 1000000
Beni | @2027-01-01 | 1000000
--
bpu 1000000 month=2026-11
bpu 1000000 month=2027-01
= risk and size in words
? segment=pu
Nama | Upah | Tingkat Risiko Kerja | Skala Usaha
Ana | 3000000 | Sedang (III) | Usaha Kecil
Beni | 3000000 | Tinggi | Mikro
--
pu 3000000 risk=3 size=small
pu 3000000 risk=4 size=micro
= a village budget for its officials
? segment=pu
No | Nama Perangkat Desa | Jabatan | SILTAP per Bulan
1 | Ana | Sekretaris Desa | 2.224.420
2 | Beni | Kaur Keuangan | 2.022.200
--
pu 2224420
pu 2022200
= poor workers of a village
DAFTAR NAMA CALON PENERIMA BANTUAN IURAN
DESA CONTOH KECAMATAN CONTOH
NO | NAMA LENGKAP | NO. KK | NIK | TEMPAT, TGL LAHIR | UMUR | DUSUN | RT/RW | PEKERJAAN | PENGHASILAN/BLN | DIBAYAR OLEH
1 | ANA | '5301 | '5301000000000001 | SOE, 01/02/1980 | 46 | I | 001/002 | PETANI | 500.000 | PEMERINTAH DESA
2 | BENI | '5301 | '5301000000000002 | SOE, 11/12/1975 | 50 | I | 001/002 | NELAYAN | 750.000 | PEMERINTAH DESA
 | | | | | | | | | | 
 | | | | | | | | Soe, 3 November 2026 | | 
 | | | | | | | | Kepala Desa Contoh | | 
--
bpu 500000 sector=other payer=government
bpu 750000 sector=other payer=government
= English payroll
? segment=pu
Employee | Position | Gross Monthly Salary (Rp) | Risk Class | Company Size
Ana | Cashier | 3,000,000.00 | 2 | Small
Beni | Guard | IDR 2,500,000 | 1 | Small
--
pu 3000000 risk=2 size=small
pu 2500000 risk=1 size=small
= English members
Full Name | Membership Type | Average Monthly Income | Programmes | Paid By
Ana | Self-employed | Rp 1,000,000 | JKK and JKM | Church
Beni | Informal worker | 1.5 million | JKK, JKM, JHT | Self
--
bpu 1000000 programs=jkk,jkm payer=sponsor
bpu 1500000 programs=jkk,jkm,jht payer=self
= people in groups
Nama Kelompok | Jumlah Anggota | Penghasilan per Orang | Segmen | Program
Tani Contoh | 25 | 1000000 | BPU | JKK,JKM
Ojek Contoh | 30 orang | 1500000 | BPU | JKK,JKM
--
bpu 1000000 people=25 programs=jkk,jkm
bpu 1500000 people=30 programs=jkk,jkm
= headings in the rows
? segment=bpu
No | Nama | Penghasilan
DUSUN I
1 | Ana | 1000000
DUSUN II
1 | Beni | 1000000
JUMLAH | | 2000000
--
bpu 1000000
bpu 1000000
= titles in two rows
? segment=bpu
No | Nama | Program BPJS | | | Penghasilan
 | | JKK | JKM | JHT | 
1 | Ana | v | v | | 1000000
2 | Beni | v | v | v | 1000000
--
bpu 1000000 programs=jkk,jkm
bpu 1000000 programs=jkk,jkm,jht
= who was left what
? segment=bpu
Nama | Penghasilan | Jenis Kejadian | Bulan Kejadian | Lama Iuran (bulan) | Pendidikan Anak
Ana | 1000000 | Meninggal dunia | 2026-11 | 40 | SD dan SMP
--
bpu 1000000 event=death month=2026-11 paid_months=40 children=sd,smp
= a wish to be told
? segment=bpu
Nama | Penghasilan
Ana | kurang dari 1 juta
Beni | 1.000.000 - 2.000.000
Cica | 1500
--
!
!
!
= segment by many words
Nama | Segmen BPJS | Upah / Penghasilan
Ana | Pekerja Bukan Penerima Upah (BPU) | 1000000
Beni | Peserta Penerima Upah | 2500000
Cica | BPU - Mandiri | 1000000
Dedi | PU / BPU | 1000000
--
bpu 1000000
pu 2500000
bpu 1000000
!
= wages in the words of the contribution form
? segment=pu
NO | NOMOR KPJ | NIK | NAMA LENGKAP | TGL LAHIR | UPAH TENAGA KERJA YANG DILAPORKAN (Rp) | LOKASI PEKERJAAN
1 | '26000000001 | '5371000000000001 | Ana | 01-02-1980 | 2.400.000 | KUPANG
--
pu 2400000 age=46
= upload form of a machine
? segment=pu
NO_PEGAWAI | NAMA_TENAGA_KERJA | TEMPAT_LAHIR | TANGGAL_LAHIR | NOMOR_IDENTITAS | KODE_NEGARA | UPAH | STATUS_PEGAWAI
1 | Ana | Kupang | 31-12-1985 | '5371000000000001 | ID | 2400000 | Tetap
--
pu 2400000 age=40
= upload form for those who work alone
NIK | NAMA_LENGKAP | TEMPAT_LAHIR | TGL_LAHIR | NO_HP | LOKASI_BEKERJA | JENIS_PEKERJAAN | PENGHASILAN | PROGRAM | BULAN
'5371000000000001 | Ana | Kupang | 01/02/1980 | '0812 | Pasar | Pedagang | 1000000 | JKK,JKM | 1
--
!
= months to be paid
Nama | Segmen | Penghasilan | Jumlah Bulan Dibayar | Mulai Bulan
Ana | BPU | 1000000 | 12 bulan | Nov 2026
Beni | BPU | 1000000 | 1 tahun | 01/2027
--
bpu 1000000 months=12 month=2026-11
bpu 1000000 months=12 month=2027-01
= titles with notes in brackets
? segment=bpu
Nama (*) | Penghasilan rata-rata (per bulan) [Rp] | Keterangan (opsional)
Ana | Rp. 1.000.000,-/bln | -
--
bpu 1000000
= church helpers
? segment=bpu
Nama Pelayan | Tugas | Honorarium/bulan
Ana | Koster | 1.000.000
Beni | Katekis | 1.250.000
--
bpu 1000000
bpu 1250000
= the staff of a parish school
Nama Guru | Status | Gaji/Honor per bulan | Segmen
Ana | GTY | 1500000 | Penerima Upah
Beni | Honor | 1000000 | Penerima Upah
--
pu 1500000
pu 1000000
= cooperative branch list with places
Cabang | Nama Nasabah | Usaha | Penghasilan Usaha per Bulan | Jenis Kepesertaan
Ende | Ana | kios sembako | 3000000 | BPU
Maumere | Beni | ternak babi | 1500000 | BPU
--
bpu 3000000 sector=other
bpu 1500000 sector=other
= a list of weavers
No | Nama Penenun | Kelompok Tenun | Pendapatan Rata-rata per Bulan | Peserta
1 | Ana | Contoh | 1.200.000 | BPU
--
bpu 1200000
= dock workers
? segment=bpu
Nama TKBM | Pekerjaan | Upah rata-rata sebulan
Ana | Buruh bagasi pelabuhan | 1,8jt
--
bpu 1800000
= fishers with boats
Nama Nelayan | Jenis Pekerjaan | Nama Kapal | Penghasilan Perbulan
Ana | Nelayan kecil | KM Contoh | Rp 1.000.000
Beni | Nelayan tradisional | KM Contoh | Rp 1.500.000
--
bpu 1000000 sector=other
bpu 1500000 sector=other
= small shops
Nama Pemilik | Jenis Usaha | Omzet | Penghasilan Bersih per Bulan | Segmen
Ana | warung makan | 9000000 | 2000000 | BPU
--
bpu 2000000 sector=other
= what the government pays
Nama | Kategori Peserta | Penghasilan | Penanggung Iuran | Bulan
Ana | BPU | 1.000.000 | APBD Provinsi | 12/2026
--
bpu 1000000 payer=government month=2026-12
= family money is nobody's wage
? segment=bpu
Nama | Penghasilan Keluarga | Penghasilan
Ana | 5000000 | 1000000
--
bpu 1000000
= union of a factory
? segment=pu
Nama Pekerja/Buruh | Bagian | Upah Pokok dan Tunjangan Tetap | Program
Ana | Giling | 3000000 | JKK, JKM, JHT, JP
--
pu 3000000 programs=jkk,jkm,jht,jp
= notes after the names
Nama | BPU/PU | Gaji atau Penghasilan
Ana | BPU | 1000000
Beni | PU | 2500000
--
bpu 1000000
pu 2500000
"""


def _layouts():
    found = {}
    for table in TABLES.split("\n= ")[1:]:
        name, *lines = table.strip("\n").split("\n")
        given = dict(line[2:].split("=") for line in lines if line.startswith("? "))
        cut = lines.index("--")
        rows = [_cells(line) for line in lines[:cut] if not line.startswith("? ")]
        people = [_person(line, given) for line in lines[cut + 1 :] if line]
        found[name] = Layout(rows, people, given)
    return found


def _cells(line):
    return [_cell(cell.strip()) for cell in line.replace("JKK|JKM", "JKK\0JKM").split("|")]


def _cell(text):
    text = text.replace("\0", "|")
    if text.startswith("@"):
        return datetime.date.fromisoformat(text[1:])
    if text.startswith("'"):
        return text[1:]
    return (int(text) if text.isdigit() else text) if text else None


def _person(line, given):
    if line == "!":
        return None
    segment, *rest = line.split()
    income = {"income": rest.pop(0)} if rest and rest[0].isdigit() else {}
    return {"segment": segment, **income, **dict(pair.split("=") for pair in rest)}


CLERKS = _layouts()
