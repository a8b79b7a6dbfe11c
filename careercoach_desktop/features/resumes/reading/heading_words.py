"""The phrases that head the sections of résumés in nine languages; data for ``headings``.

Lower case, without accents, "and" for "&"; parted by ``|``.
"""

from __future__ import annotations

PHRASES: dict[str, str] = {
    "work": """
        experience|experiences|work experience|work experiences|professional experience|employment|
        employment history|work history|career history|career|professional background|relevant experience|
        industry experience|job experience|employment experience|experience and employment|professional history|
        career experience|work|positions held|relevant work experience|professional work experience|
        career summary and experience|practical experience|internships|internship experience|internship|
        internships and experience|selected experience|additional experience|other experience|
        technical experience|experience highlights|where i ve worked|berufserfahrung|berufliche erfahrung|
        berufliche erfahrungen|beruflicher werdegang|werdegang|berufspraxis|arbeitserfahrung|praktische erfahrung|
        berufliche tatigkeit|berufliche stationen|praktika|beruflicher hintergrund|erfahrung|erfahrungen|
        experience professionnelle|experiences professionnelles|parcours professionnel|emplois|stages|
        experiences de travail|historique professionnel|experiencia|experiencia laboral|experiencia profesional|
        experiencias|trayectoria profesional|historial laboral|vida laboral|experiencia profissional|
        experiencias profissionais|historico profissional|percurso profissional|esperienza|esperienze|
        esperienza lavorativa|esperienze lavorative|esperienza professionale|esperienze professionali|
        werkervaring|ervaring|loopbaan|professionele ervaring|arbeidsverleden|工作经历|工作经验|职业经历|工作履历|
        实习经历|工作|职歴|職歴|職務経歴|職務経験|経歴|工作經歷|工作經驗|appointments|academic appointments|
        professional appointments|academic positions|positions|academic employment|academic experience|
        clinical experience|clinical appointments|professional positions|faculty appointments|berufliche laufbahn|
        berufslaufbahn|berufliche tatigkeiten|tatigkeiten|bisherige tatigkeiten|beruflicher weg|berufserfahrungen|
        berufstatigkeit|berufstatigkeiten|beruflicher lebenslauf|berufsleben|berufliche positionen|anstellungen|
        beschaftigungen|arbeitsverhaltnisse|mes experiences|carriere|carriere professionnelle|parcours|
        vie professionnelle|emploi|carrera profesional|trayectoria|empleo|empleos|carreira|atuacao profissional|
        carriera|attivita lavorativa|esperienza di lavoro|carriera professionale|loopbaan en ervaring|
        werkzaamheden|doswiadczenie|doswiadczenie zawodowe|arbetslivserfarenhet|arbetserfarenhet|erhvervserfaring|
        arbeidserfaring|yrkeserfaring|职业生涯|实习经验|工作背景
    """,
    "education": """
        education|educations|academic background|educational background|education and training|academic history|
        education and qualifications|academic qualifications|education and certifications|
        qualifications and education|academics|studies|schooling|training and education|academic record|
        education history|scholastic background|academic education|formal education|degrees|education background|
        university education|ausbildung|bildung|bildungsweg|studium|schulbildung|akademischer werdegang|
        aus und weiterbildung|aus und weiterbildungen|bildung und weiterbildung|schulen|
        schulbildung und ausbildung|schulausbildung|berufsausbildung|ausbildungen|akademische laufbahn|
        schulischer werdegang|academic qualification|academic details|academic profile|academic credentials|
        educational qualifications|educational qualification|education details|educational details|scholastics|
        academia|wyksztalcenie|utbildning|uddannelse|utdanning|schulische laufbahn|ausbildung und studium|
        studium und ausbildung|bildungsgang|akademische ausbildung|hochschulbildung|schule|
        schul und berufsausbildung|formation|formations|formation academique|etudes|diplomes|
        diplomes et formations|formation et diplomes|parcours academique|scolarite|cursus|parcours scolaire|
        cursus universitaire|educacion|formacion|formacion academica|estudios|estudios realizados|
        educacion y formacion|educacao|formacao|formacao academica|escolaridade|habilitacoes literarias|
        habilitacoes academicas|istruzione|formazione|istruzione e formazione|studi|titoli di studio|
        formazione accademica|opleiding|opleidingen|onderwijs|studie|scholing|教育|教育背景|教育经历|学历|學歷|
        学歴|学習歴|教育經歷
    """,
    "skills": """
        umiejetnosci|kompetenser|kompetencer|fardigheter|it|edv|pc kenntnisse|software kenntnisse|skills profile|
        key strengths|functional skills|it proficiency|software proficiency|stack|os|operating systems|
        it development|skills|technical skills|key skills|core skills|skill set|skillset|computer skills|
        it skills|professional skills|core competencies|competencies|competences|areas of expertise|expertise|
        technologies|technical expertise|tools|tools and technologies|technologies and tools|programming|
        programming languages|programming skills|tech stack|technical proficiencies|technical proficiency|
        technical summary|software|software skills|skills and tools|skills and abilities|abilities|strengths|
        key competencies|skills and expertise|skills and technologies|skills summary|hard skills|soft skills|
        other skills|additional skills|technical knowledge|proficiencies|specialties|specialities|relevant skills|
        technical|tech skills|tech|techs|skills and competencies|core technologies|platforms|frameworks|knowledge|
        capabilities|digital skills|personal skills|technical competencies|software programs|technical strengths|
        areas of strength|summary of skills|fields of expertise|technical stack|technical toolkit|toolbox|
        kenntnisse|fahigkeiten|fahigkeiten und kenntnisse|kompetenzen|edv kenntnisse|it kenntnisse|fachkenntnisse|
        kenntnisse und fahigkeiten|technische kenntnisse|fachliche kompetenzen|besondere kenntnisse|
        computerkenntnisse|softwarekenntnisse|qualifikationen|starken|competences techniques|
        competences informatiques|competences cles|informatique|logiciels|savoir faire|savoir etre|aptitudes|
        connaissances informatiques|atouts|outils|developpement informatique|competences professionnelles|
        competences et outils|habilidades|competencias|conocimientos|habilidades tecnicas|competencias tecnicas|
        informatica|conocimientos informaticos|destrezas|competencias profissionais|conhecimentos|
        habilidades e competencias|qualificacoes|conhecimentos tecnicos|competencias digitais|competenze|capacita|
        abilita|competenze tecniche|competenze informatiche|conoscenze|competenze digitali|capacita e competenze|
        vaardigheden|competenties|kennis|it vaardigheden|computervaardigheden|technische vaardigheden|技能|
        专业技能|技术栈|技能特长|スキル|資格|免許 資格|活かせる経験 知識 技術|テクニカルスキル|技術スキル|
        專業技能|免許・資格
    """,
    "summary": """
        summary|professional summary|profile|professional profile|about|about me|objective|career objective|
        career summary|executive summary|personal statement|personal profile|career profile|overview|introduction|
        bio|biography|who i am|statement|intro|summary of qualifications|qualifications summary|profile summary|
        resume summary|personal summary|resume objective|job objective|employment objective|
        professional objective|highlights|summary statement|professional overview|in brief|headline|profil|
        kurzprofil|uber mich|zusammenfassung|personliches profil|ziel|berufsziel|zur person|personliches|
        profil professionnel|a propos|a propos de moi|resume|objectif|objectif professionnel|presentation|
        synthese|accroche|perfil|perfil profesional|sobre mi|resumen|objetivo|objetivo profesional|
        resumen profesional|acerca de mi|extracto|sobre|sobre mim|resumo|perfil profissional|
        objetivo profissional|resumo profissional|apresentacao|profilo|profilo professionale|chi sono|su di me|
        obiettivo|sommario|profilo personale|sintesi|obiettivo professionale|profiel|over mij|samenvatting|
        persoonlijk profiel|doel|个人简介|自我评价|简介|个人总结|求职意向|概要|職務要約|自己pr|自己紹介|志望動機|
        プロフィール|自我介紹|個人簡介
    """,
    "projects": """
        projects|project|projekt|projet|proyecto|progetto|projeto|personal projects|selected projects|
        side projects|academic projects|key projects|project experience|open source|open source projects|
        open source contributions|portfolio|relevant projects|notable projects|technical projects|
        projects and publications|course projects|software projects|featured projects|research projects|
        project work|university projects|professional projects|projekte|projekterfahrung|eigene projekte|projets|
        projets personnels|realisations|projets academiques|proyectos|proyectos personales|projetos|
        projetos pessoais|progetti|progetti personali|projecten|项目经历|项目经验|项目|プロジェクト|
        プロジェクト経験|專案經驗
    """,
    "certificates": """
        certifications|certification|certificates|certificate|licenses|licences|licenses and certifications|
        licences and certifications|certifications and licenses|professional certifications|
        courses and certifications|certifications and courses|certificates and courses|
        training and certifications|trainings|training|courses|continuing education|professional development|
        accreditations|credentials|certifications and training|courses and training|online courses|
        certificates and training|licensure|qualifications|professional training|coursework and certifications|
        professional qualifications|zertifikate|zertifizierungen|weiterbildung|weiterbildungen|fortbildung|
        fortbildungen|kurse|zertifikate und weiterbildungen|lehrgange|schulungen|certificats|
        formations complementaires|formation continue|certificats et formations|certificaciones|cursos|
        certificados|cursos y certificaciones|formacion complementaria|certificacoes|cursos e certificacoes|
        formacao complementar|licencias|certificazioni|certificati|corsi|corsi e certificazioni|attestati|
        certificaten|certificeringen|cursussen|trainingen|证书|资格证书|资质证书|認定資格|認証
    """,
    "publications": """
        publications|selected publications|papers|publications and presentations|journal articles|
        conference papers|articles|talks and publications|research publications|patents and publications|
        publications and patents|refereed publications|scientific publications|books|publikationen|
        veroffentlichungen|publicaciones|publicacoes|pubblicazioni|publicaties|论文|发表论文|出版物|論文|学術論文|
        業績|publications scientifiques
    """,
    "awards": """
        awards|honors|honours|awards and honors|honors and awards|honors awards|awards honors|achievements|
        accomplishments|scholarships|awards and scholarships|honors / awards|awards / honors|recognition|
        awards and recognition|awards and achievements|selected honors|selected awards|fellowships|
        scholarships and awards|honours and awards|awards and honours|prizes|fellowships and awards|distinctions|
        key achievements|achievements and awards|honors and scholarships|academic honors|academic achievements|
        grants|competitions|auszeichnungen|preise|stipendien|ehrungen|erfolge|auszeichnungen und preise|prix|
        recompenses|bourses|prix et distinctions|premios|reconocimientos|logros|becas|premios y reconocimientos|
        premios e reconhecimentos|conquistas|distincoes|premi|riconoscimenti|premi e riconoscimenti|
        borse di studio|prijzen|onderscheidingen|获奖情况|荣誉奖项|获奖经历|奖项|荣誉|受賞歴|表彰|獲獎經歷
    """,
    "languages": """
        languages|language skills|language|foreign languages|spoken languages|language proficiency|
        languages spoken|languages known|known languages|jezyki|jezyki obce|sprak|sprog|sprakkunskaper|sprachen|
        sprachkenntnisse|fremdsprachen|langues|langue|langues etrangeres|competences linguistiques|idiomas|
        lenguas|idioma|linguas|conhecimentos de idiomas|lingue|lingue straniere|conoscenze linguistiche|
        competenze linguistiche|talen|talenkennis|语言|语言能力|語学|語学力|言語|語言能力
    """,
    "volunteer": """
        volunteer|volunteering|volunteer experience|volunteer work|volunteering experience|community service|
        community involvement|community|voluntary work|volunteer activities|voluntary experience|
        volunteer and leadership|social engagement|civic engagement|service|volunteer service|charity work|
        community engagement|ehrenamt|ehrenamtliches engagement|ehrenamtliche tatigkeit|ehrenamtliche tatigkeiten|
        soziales engagement|gesellschaftliches engagement|engagement|benevolat|engagement associatif|
        vie associative|experience benevole|associatif|voluntariado|trabajo voluntario|
        experiencia de voluntariado|trabalho voluntario|volontariato|esperienze di volontariato|vrijwilligerswerk|
        志愿者经历|志愿活动|ボランティア|ボランティア活動|志願服務
    """,
    "interests": """
        interests|hobbies|hobbies and interests|interests and hobbies|personal interests|activities and interests|
        activities|extracurricular activities|other interests|extracurriculars|passions|leisure|
        leisure activities|interests and activities|loves|actvities|free time|interessen|hobbys|
        interessen und hobbys|hobbies und interessen|freizeit|centres d interet|centre d interet|loisirs|
        centres d interets|activites|passions et loisirs|interets|loisirs et interets|intereses|aficiones|
        pasatiempos|intereses personales|interesses|passatempos|interessi|hobby|passioni|interessi personali|
        interesses pessoais|hobby s|interesses en hobby s|兴趣爱好|爱好|兴趣|趣味 特技|趣味|特技|興趣|趣味・特技
    """,
    "references": """
        references|referees|professional references|referenzen|references professionnelles|referencias|referenze|
        referenties|推荐人|推薦者|推薦人|reference|referencias profesionales
    """,
    "contact": """
        contact|contact information|contact details|contacts|contact me|contact info|personal information|
        personal details|personal data|personal info|address|get in touch|details|my contact|kontakt|kontaktdaten|
        personliche daten|personliche angaben|zur person und kontakt|anschrift|coordonnees|
        informations personnelles|etat civil|mes coordonnees|me contacter|contacto|datos personales|
        datos de contacto|informacion personal|informacion de contacto|contato|dados pessoais|
        informacoes pessoais|contactos|contatti|dati personali|informazioni personali|recapiti|contatto|
        persoonlijke gegevens|contactgegevens|personalia|联系方式|个人信息|基本信息|連絡先|個人情報|聯絡方式|
        基本資料
    """,
    "links": """
        links|web|websites|online profiles|social media|social|profiles|social networks|find me online|
        online presence|social links|web presence|liens|enlaces|redes sociales|redes sociais|social media profiles
    """,
    "other": """
        leadership|leadership experience|leadership and activities|leadership and involvement|
        on campus involvement|campus involvement|involvement|research|research experience|teaching|
        teaching experience|teaching and research|presentations|talks|invited talks|conferences|patents|
        memberships|professional memberships|affiliations|professional affiliations|professional associations|
        coursework|relevant coursework|significant coursework|relevant courses|additional information|
        other information|miscellaneous|military service|military experience|military|other|status|fields|clubs|
        organizations|additional|further information|test scores|workshops|research interests|
        service to the profession|speaking|speaking engagements|selected talks|events|media|clearance|
        security clearance|visa status|availability|signature|professional activities|academic service|forschung|
        lehre|vortrage|mitgliedschaften|sonstiges|weitere angaben|patente|fuhrerschein|wehrdienst|zivildienst|
        persoenliche starken|konferenzen|lehrerfahrung|forschungserfahrung|divers|autres|
        informations complementaires|recherche|permis|enseignement|brevets|otros|otros datos|
        informacion adicional|investigacion|docencia|conferencias|ponencias|patentes|outras informacoes|
        informacoes adicionais|outros|investigacao|ensino|altro|ulteriori informazioni|altre informazioni|ricerca|
        conferenze|overig|overige|rijbewijs|nevenactiviteiten|onderzoek|其他|其它|其他信息|校园经历|社团经历|
        培训经历|その他|本人希望記入欄|特記事項|本人希望|课外活动|科研经历
    """,
}
