"""Pages we wrote, one for each kind of site postings are found on. The companies and jobs are made up."""

from __future__ import annotations

DUTIES = """
<h2>What you will do</h2>
<ul><li>Design the ordering service and keep it fast for forty bakeries</li>
<li>Review code with two colleagues every day</li></ul>
<h2>What you bring</h2>
<ul><li>Four years with Python or Go in production</li><li>You write tests before anyone asks</li></ul>
<h2>What we offer</h2>
<ul><li>30 days of holiday</li><li>Fresh bread every morning</li></ul>
"""

JSON_LD = """<!doctype html><html lang="en"><head><title>Backend Engineer at Crumb &amp; Co | JobHarbour</title>
<link rel="canonical" href="https://jobs.example.com/view/812?utm_source=feed">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "JobHarbour"},
 {"@type": "Organization", "@id": "#org", "name": "Crumb &amp; Co", "sameAs":
"https://crumb.example/?utm_campaign=x"},
 {"@type": ["JobPosting"], "title": "Backend Engineer", "hiringOrganization": {"@id": "#org"},
  "jobLocation": [{"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Leeds",
"addressRegion": "Leeds",
     "addressCountry": {"@type": "Country", "name": "United Kingdom"}}},
     {"@type": "Place", "address": {"addressLocality": "York", "addressCountry": "GB"}}],
  "employmentType": ["FULL_TIME", "CONTRACTOR"], "jobLocationType": "TELECOMMUTE",
  "baseSalary": {"@type": "MonetaryAmount", "currency": "GBP", "value": {"minValue": 52000, "maxValue": "61,000",
"unitText": "YEAR"}},
  "datePosted": "2024-03-05T08:00:00Z", "validThrough": "2024-04-30",
  "description": "&lt;p&gt;We bake &amp;amp;
ship.&lt;/p&gt;&lt;script&gt;steal()&lt;/script&gt;&lt;ul&gt;&lt;li&gt;Own the order API&lt;/li&gt;&lt;/ul&gt;",
  "qualifications": "<ul><li>Python</li><li>SQL</li></ul>"}]}</script></head>
<body><h1>Backend Engineer</h1><p>Short teaser.</p></body></html>"""

BROKEN_JSON_LD = """<html><head><title>Nurse</title><script type="application/ld+json">
<!-- //<![CDATA[
{ "@context" : "http://schema.org/", "@type" : "JobPosting", // the job
  "title" : "Night Nurse", "hiringOrganization" : {"@type":"Organization","name":"Hillside "Sunny" Clinic",},
  "jobLocation":
{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Porto","addressCountry":"PT"}},
  "description": "First line of the ad
with a raw newline	and a tab, and it\\'s fine.",
  "datePosted": "2024-02-01",
}
//]]> -->
</script></head><body><h1>Night Nurse</h1></body></html>"""

MICRODATA = (
    """<html><head><title>Senior Baker</title></head><body>
<div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Senior Baker</h1>
<span itemprop="hiringOrganization" itemscope itemtype="http://schema.org/Organization">
<span itemprop="name">Ofenfrisch GmbH</span></span>
<div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><span itemprop="address" itemscope
 itemtype="http://schema.org/PostalAddress">
<span itemprop="addressLocality">Graz</span>, <span itemprop="addressCountry">AT</span></span></div>
<meta itemprop="datePosted" content="Tue Feb 06 00:00:00 UTC 2024"><span itemprop="employmentType">Part-time</span>
<div itemprop="description">"""
    + DUTIES
    + "</div></div></body></html>"
)

RDFA = (
    """<html><body vocab="https://schema.org/"><div typeof="JobPosting"><h1 property="title">Archivist</h1>
<div property="hiringOrganization" typeof="Organization"><b property="name">Town Archive</b></div>
<div property="jobLocation" typeof="Place"><div property="address" typeof="PostalAddress">
<span property="addressLocality">Ghent</span></div></div>
<time property="datePosted" datetime="2024-01-15">15 January</time>
<div property="description">"""
    + DUTIES
    + "</div></div></body></html>"
)

HOSTED_BOARD = (
    """<html><head><title>Job Application for Data Analyst at Tidewater Labs</title>
<meta property="og:title" content="Data Analyst"></head><body><div id="wrapper"><div id="main">
<div id="header"><h1 class="app-title">Data Analyst</h1><span class="company-name">at Tidewater Labs</span>
<a href="#app">View all jobs</a><div class="location">Lisbon, Portugal</div></div><div id="content">
<p>Tidewater Labs measures the sea. Our sensors float in nine harbours and we need somebody who reads what they
say.</p>"""
    + DUTIES
    + """</div><div id="application"><form><input name="first"><button>Submit application</button></form></div>
</div></div>
<script src="a.js"></script></body></html>"""
)

HOSTED_BOARD_WITHOUT_H1 = (
    """<html><head><title>Tidewater Labs - Site Reliability Engineer</title></head><body><div class="content-wrapper">
<div class="section page-centered posting-header"><div class="posting-headline"><h2>Site Reliability Engineer</h2>
<div class="posting-categories"><div class="sort-by-time posting-category location">Toronto, Ontario</div>
<div class="sort-by-team posting-category department">Platform /</div>
<div class="sort-by-commitment posting-category">Full-time</div>
<div class="posting-category workplaceTypes">Hybrid</div></div></div>
<a class="postings-btn" href="/apply">Apply for this job</a></div>
<div class="section-wrapper"><div class="section page-centered" data-qa="job-description">
<div>We keep nine harbours online,
day and night, and we would like to sleep more. You will make the pager quieter and the dashboards honest.</div></div>
<div class="section page-centered">"""
    + DUTIES
    + """</div><div class="section page-centered" data-qa="salary-range">Salary: $120,000 - $145,000 per year</div>
</div></div>
<footer><a href="/">Tidewater Labs Home Page</a> Jobs powered by Plank</footer></body></html>"""
)

GERMAN_EMPLOYER = """<html lang="de"><head>
<title>Sachbearbeiter Einkauf (m/w/d) – Karriere – Nordlicht Werke GmbH</title></head><body>
<header><nav><a href="/">Start</a><a href="/produkte">Produkte</a><a href="/karriere">Karriere</a></nav></header>
<main><article><h1>Sachbearbeiter Einkauf (m/w/d)</h1>
<dl><dt>Standort</dt><dd>Kiel</dd><dt>Arbeitszeit</dt><dd>Teilzeit</dd><dt>Arbeitsmodell</dt>
<dd>Hybrides Arbeiten</dd>
<dt>Veröffentlicht am</dt><dd>3. März 2024</dd><dt>Bewerbungsfrist</dt><dd>30.04.2024</dd><dt>Gehalt</dt>
<dd>3.200 € bis 3.800 € brutto im Monat</dd></dl>
<p>Seit 1952 bauen wir bei Nordlicht Werke Lampen für Leuchttürme. Für unser Team in Kiel suchen wir Verstärkung.</p>
<h2>Ihre Aufgaben</h2><ul><li>Sie bestellen Glas, Messing und Schrauben</li><li>Sie verhandeln mit Lieferanten</li>
</ul>
<h2>Ihr Profil</h2><ul><li>Kaufmännische Ausbildung</li><li>Sicherer Umgang mit Zahlen</li></ul>
<h2>Wir bieten</h2><ul><li>30 Tage Urlaub</li></ul><a class="btn" href="/bewerben">Jetzt bewerben</a></article></main>
<aside><h3>Weitere Stellen</h3><ul><li><a href="/jobs/1">Glasbläser (m/w/d)</a></li><li>
<a href="/jobs/2">Elektroniker (m/w/d)</a></li>
<li><a href="/jobs/3">Buchhalter (m/w/d)</a></li></ul></aside><footer>Impressum Datenschutz</footer></body></html>"""

FRENCH_TABLE = """<html lang="fr"><head><title>Offre d'emploi</title></head><body><div id="menu">
<a href="/">Accueil</a></div>
<table><tr><td>Intitulé du poste :</td><td>Ingénieure qualité</td></tr><tr><td>Entreprise</td>
<td>Fromageries Vallon</td></tr>
<tr><td>Lieu de travail</td><td>Annecy</td></tr><tr><td>Type de contrat</td><td>CDI, temps plein</td></tr>
<tr><td>Rémunération</td><td>38 000 à 42 000 € par an</td></tr><tr><td>Date de publication</td>
<td>12 février 2024</td></tr></table>
<div class="texte"><p>Vous veillez à la qualité de nos fromages, de la cave jusqu'au camion, avec une équipe de six
personnes.</p>
<p><b>Vos missions</b></p><p>- Contrôler les lots<br>- Tenir le registre des caves<br>- Former les nouveaux</p>
<p><b>Profil recherché</b></p><p>- Diplôme d'ingénieur<br>- Goût du terrain</p>
<p>Pour postuler, envoyez votre CV.</p></div></body></html>"""

CZECH_BOARD = """<html lang="cs"><head><title>Programátor strojů – Kovodílna s.r.o. | Práce.example</title></head>
<body>
<div class="breadcrumbs"><a href="/">Nabídky práce</a></div><h1>Programátor strojů</h1>
<div><span class="visually-hidden">Společnost</span><p>Kovodílna s.r.o.</p></div><div>
<span class="visually-hidden">Místo pracoviště</span><p>Zlín</p></div>
<div><span class="visually-hidden">Plat</span><p>45&nbsp;000&nbsp;\u200d–\u200d&nbsp;55&nbsp;000&nbsp;Kč</p></div>
<div><p>Hledáme člověka, který rozumí frézkám a nebojí se programovat. Naše dílna vyrábí díly pro vlaky po celé
Evropě.</p>
<p><strong>Co budete dělat:</strong></p><ul><li>Programovat CNC stroje</li><li>Hlídat kvalitu</li></ul>
<p><strong>Co požadujeme:</strong></p><ul><li>Vyučení v oboru</li></ul><p><strong>Nabízíme:</strong></p><ul>
<li>Týden dovolené navíc</li></ul></div>
<div><span class="visually-hidden">Typ pracovního poměru</span><p>Práce na plný úvazek</p></div>
<button>Odpovědět</button></body></html>"""

NETWORK_BOARD = (
    """<html lang="en"><head><title>Harbour Foods hiring Payroll Clerk in Cork, County Cork, Ireland |
WorkCircle</title>
<meta property="og:site_name" content="WorkCircle"></head><body><nav>Join now Sign in</nav><main>
<section class="top-card-layout">
<h1 class="top-card-layout__title">Payroll Clerk</h1><h4><span>
<a class="topcard__org-name-link" href="https://x.example/company/hf">Harbour Foods</a></span>
<span class="topcard__flavor topcard__flavor--bullet">Cork, County Cork, Ireland</span></h4>
<span class="posted-time-ago__text">3 days ago</span></section>
<div class="description__text"><section class="show-more-less-html"><div class="show-more-less-html__markup">
<p>Somebody has to make sure that four hundred fishmongers are paid on the right day. That somebody could be
you.</p>"""
    + DUTIES
    + """</div><button>Show more</button></section></div><ul class="description__job-criteria-list">
<li><h3>Seniority level</h3><span>Entry level</span></li><li><h3>Employment type</h3><span>Contract</span></li></ul>
</main>
<section class="similar-jobs"><h2>Similar jobs</h2><ul><li><a href="/jobs/view/1">Tax Clerk</a> Dublin</li><li>
<a href="/jobs/view/2">Auditor</a> Galway</li>
<li><a href="/jobs/view/3">Accountant</a> Cork</li></ul></section></body></html>"""
)

CARDS = "".join(
    f'<li class="job-card"><a href="/jobs/{n}"><h3>{title}</h3></a>'
    f"<p>{town} · Full-time</p><p>Join our friendly team and grow with us.</p></li>"
    for n, (title, town) in enumerate(
        [("Baker", "Leeds"), ("Shift Manager", "York"), ("Driver", "Hull"), ("Accountant", "Leeds")]
    )
)
LISTING = f"""<html><head><title>Careers - Crumb &amp; Co</title></head><body><h1>Open positions</h1>
<p>We bake for the whole north
and we are always looking for people who like getting up early. See what is open now.</p><ul>{CARDS}</ul>
<script>x()</script></body></html>"""
LISTING_TABLE = """<html><head><title>Vacancies</title></head><body><h1>Current vacancies</h1><table><tr>
<th>Job</th><th>Place</th></tr>
<tr><td><a href="/vacancy/1">Warehouse Manager</a></td><td>Ghent</td></tr><tr><td>
<a href="/vacancy/2">Forklift Driver</a></td><td>Ghent</td></tr>
<tr><td><a href="/vacancy/3">Cleaner</a></td><td>Bruges</td></tr><tr><td><a href="/vacancy/4">Team Lead</a></td>
<td>Ghent</td></tr></table></body></html>"""
LISTING_JSON_LD = """<html><head><title>Jobs</title><script type="application/ld+json">[
{"@type":"JobPosting","title":"Baker","url":"https://x.example/1"},{"@type":"JobPosting","title":"Driver","url":"https://x.example/2"}
]
</script></head><body><h1>Jobs</h1></body></html>"""
SHELL = """<html><head><title>Systems Engineer</title></head><body>
<noscript>You need to enable JavaScript to run this app.</noscript>
<div id="root"></div><script src="/static/main.js"></script></body></html>"""
LOGIN_WALL = """<html><head><title>Sign in</title></head><body><h1>Sign in</h1><p>Please sign in to view this job.</p>
<form><input name="email"><input type="password" name="p"><button>Sign in</button></form><script>a()</script></body>
</html>"""
CAPTCHA = """<html><head><title>Just a moment...</title></head><body><h1>jobs.example.com</h1>
<p>Checking your browser before accessing
the site. Verify you are human.</p><script src="/challenge.js"></script></body></html>"""
CLOSED = """<html><head><title>Welder at Bolt AG</title></head><body><h1>Welder</h1><p>Bolt AG</p>
<p>This position has been filled and is no longer available.</p><script>a()</script></body></html>"""
NEWS = """<html><head><title>Harbour reopens after storm | The Daily Gull</title></head><body><nav>News Sport</nav>
<article><h1>Harbour reopens
after storm</h1><p>The harbour of Saltby opened again on Tuesday after two weeks of repairs. Fishermen cheered as
the first boats left.</p>
<p>The storm had torn down forty metres of the pier. The mayor thanked the fire service, which had pumped water for
six nights.</p>
<p>Insurance will pay for most of the damage, the town said, and the rest will come from a fund set up after the
flood of 1987.</p></article></body></html>"""
SHOP = """<html><head><title>Copper kettle 1.5 l - Pots &amp; Pans</title></head><body><h1>Copper kettle 1.5 l</h1>
<p>Price: € 89.00</p>
<p>A kettle that boils quickly and looks good for decades. Solid copper, tin-lined, with a handle that stays cool on
every stove you own.</p>
<p>Delivery within three days. Free returns. Add a gift card and we will write it by hand for you, in ink.</p>
<button>Add to cart</button></body></html>"""
POINTS = "".join(f"<li>Point {number} of the daily work on our ships</li>" for number in range(4))
STORY = "<p>We are ninety people who repair ships in the old harbour, and we are proud of every single one of them.</p>"

GOVERNMENT = f"""<html lang="en-GB"><head><title>Policy Adviser</title></head><body><div id="header">
<a href="/">Home</a></div>
<div class="content"><h1>Policy Adviser</h1><h2>Department for Tides</h2><p><strong>Reference number:</strong> 123</p>
<p><strong>Salary:</strong> £41,350 - £45,600</p><p><strong>Location:</strong> Newcastle upon Tyne</p>
<p><strong>Contract type:</strong> Permanent</p><p><strong>Working pattern:</strong> Flexible working, Full-time</p>
<p><strong>Closing date:</strong> 21st April 2024</p><h3>Job description</h3>{STORY}<ul>{POINTS}</ul>
<h3>Person specification</h3><ul>{POINTS}</ul></div></body></html>"""

TABLES_AND_BOLD = """<html><head><title>Stellenangebot</title></head><body><form id="page"><table width="100%">
<tr><td><img src="logo.gif"></td></tr><tr><td><span><b>Schiffbauer (w/m/d)</b></span></td></tr><tr>
<td>Wir, die Werft Nord GmbH,
suchen für unseren Standort Stralsund ab sofort einen Schiffbauer in Vollzeit.<br><br><b>Ihre Aufgaben:</b>
<br>• Schweißen<br>
• Bohren und Messen<br><br><b>Ihr Profil:</b><br>• Ausbildung<br>• Teamgeist<br></td></tr></table></form></body>
</html>"""

CAREER_SITE = f"""<html lang="sv"><head><title>Butikschef - Nordbröd AB</title>
<meta property="og:site_name" content="Nordbröd AB">
</head><body><header><nav>Jobb</nav></header><section><h1><span>Butikschef</span></h1><h2><span>Butik</span>
<span> · </span>
<span>Malmö</span><span> · </span><span>Hybrid</span></h2></section><section><div>{STORY}<h3>Dina arbetsuppgifter</h3>
<ul>{POINTS}</ul><h3>Vi erbjuder</h3><ul>{POINTS}</ul></div></section><dl><dt>Platser</dt><dd>Malmö</dd>
<dt>Anställningsform</dt><dd>Heltid</dd></dl></body></html>"""

BLOG_POST = f"""<html><head><title>We are hiring: Harbour Pilot | Saltby Port Authority</title>
<meta property="og:site_name" content="Saltby Port Authority"></head><body><nav>Home</nav><article>
<h1>We are hiring: Harbour Pilot</h1><div>{STORY}<p><strong>Location:</strong> Saltby<br>
<strong>Hours:</strong> Full time<br>
<strong>Closing date:</strong> 12 May 2024</p><p><strong>You will:</strong></p><ul>{POINTS}</ul>
<p>To apply send your CV.</p></div></article></body></html>"""

SPANISH_LINES = f"""<html lang="es"><head><title>Oferta de empleo Cocinero en Sevilla</title></head><body>
<h1>Cocinero</h1>
<p>Empresa: Bodega Luna</p><p>Ubicación: Sevilla</p><p>Salario: 1.400€ - 1.600€ bruto al mes</p>
<p>Jornada: Completa</p>
<p>Publicada hace 3 días</p>{STORY}<h3>Requisitos</h3><ul>{POINTS}</ul><button>Inscribirme</button></body></html>"""

RESULTS = "".join(
    f'<div class="result"><h2><a href="/viewjob?id={kind}">{kind} Nurse</a></h2>'
    f"<p>Care for people on ward {kind}.</p></div>"
    for kind in ("Staff", "Night", "Theatre", "School")
)
SEARCH_RESULTS = f"""<html><head><title>Nurse jobs in Leeds</title></head><body>
<h1>214 Nurse jobs in Leeds</h1>{RESULTS}</body></html>"""
CAREER_HOME = f"""<html><head><title>Work at Crumb</title></head><body>
<h1>Work at Crumb</h1>{STORY * 3}<h2>Benefits</h2><ul>{POINTS}</ul>
<h2>Our open jobs</h2><ul><li><a href="/jobs/1">Baker</a></li><li><a href="/jobs/2">Driver</a></li>
<li><a href="/jobs/3">Night Manager</a></li></ul><p>Apply now!</p></body></html>"""
ADVICE = f"""<html><head><title>How to write a CV as a Data Engineer</title></head><body><article>
<h1>How to write a CV as a Data Engineer
</h1>{STORY * 3}<h2>What skills to list</h2><ul>{POINTS}</ul><p>Use it in every application.</p></article></body>
</html>"""
NOT_FOUND = """<html><head><title>Page not found</title></head><body><h1>404</h1>
<p>The page does not exist. Go back to our careers
page and search for jobs.</p><script>1</script></body></html>"""
