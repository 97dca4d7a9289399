//! Lithuanian.

use super::{
    Catalogue, ErrorTexts, FieldTexts, ForecastTexts, HeadlineTexts, NameTexts, PageTexts,
    RowTexts, TableTexts, WayTexts,
};

pub(super) static TEXTS: Catalogue = Catalogue {
    page: PageTexts {
        name: "Pipeline Lever",
        question: "Taisyti etapą ar pirkti daugiau potencialių klientų?",
        example: "Pradėti nuo",
        changed: "Jūsų skaičiai",
        undo: "Atšaukti",
        redo: "Grąžinti",
        language: "Kalba",
        copy_link: "Kopijuoti nuorodą",
        link_copied: "Nuoroda nukopijuota. Joje yra visi jūsų skaičiai.",
        link_by_hand: "Nukopijuokite šią nuorodą",
        close: "Uždaryti",
        broken_link: "Nuoroda sugadinta, todėl pradedama nuo pavyzdžio.",
        newer_link: "Nuoroda sukurta naujesne versija, todėl pradedama nuo pavyzdžio.",
        last_valid: "Vienas iš skaičių netinka. Rodomi paskutinių tinkamų skaičių rezultatai.",
        private: "Viskas skaičiuojama jūsų naršyklėje. Niekas nesiunčiama ir nesaugoma.",
        broken_state: "Nepavyko atverti išsaugotų skaičių, todėl pradedama nuo pavyzdžio.",
        not_done: "Čia to padaryti negalima.",
    },
    names: NameTexts {
        talk: "Nutekėjęs piltuvėlis",
        talk_full: "Nutekėjęs piltuvėlis, komanda užimta",
        firm: "Įmonė: mažai didelių sandorių",
        fast_cash: "Greiti pinigai",
        slow_cash: "Lėti pinigai",
        stale: "Vėstantys klientai",
        own: "Mano skaičiai",
        channel: "Potencialūs klientai",
        lead: "Potencialus klientas",
        qualified: "Kvalifikuotas",
        proposal: "Pasiūlymas",
        negotiation: "Derybos",
        commitment: "Įsipareigojimas",
        in_pipeline: "Piltuvėlyje",
        follow_up: "Susisiekimas",
        new_stage: "Naujas etapas",
        new_channel: "Naujas kanalas",
    },
    headline: HeadlineTexts {
        as_many_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {} duoda tiek pat, kiek papildomi potencialūs klientai per mėnesį: {leads}. Vertė per mėnesį: iki {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        more_than_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {} duoda daugiau nei papildomi potencialūs klientai per mėnesį: {leads}. Vertė per mėnesį: iki {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        no_leads: |raise, worth| {
            format!(
                "{}: {} → {} duoda tai, ko neduos jokie papildomi potencialūs klientai. Vertė per mėnesį: iki {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        because_full: |stage, limit| format!("Etapas {stage} pilnas, riba per mėnesį: {limit}."),
        against: |leads, won, raise, fixed| {
            format!(
                "Potencialūs klientai per mėnesį: {leads}, sudaryti sandoriai: {won}. O {} → {} duoda: {fixed}.",
                raise.from, raise.to
            )
        },
        leads_hurt: |stage| {
            format!(
                "Daugiau potencialių klientų čia reiškia mažiau sandorių: jie laukia etapo {stage} ir atvėsta."
            )
        },
        newest_first: |new, now| {
            format!(
                "Jei pirma dirbtumėte su naujausiais, sandorių per mėnesį būtų: {new}. Dabar: {now}."
            )
        },
        leads_win: |leads, raise, by| {
            format!(
                "Pirkite potencialius klientus: papildomai per mėnesį {leads} duoda daugiau nei {}: {} → {}. Skirtumas per mėnesį: {by}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie: |leads, raise| {
            format!(
                "Lygiosios: papildomi potencialūs klientai per mėnesį ({leads}) duoda tiek pat, kiek {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie_prices: |cost, worth| {
            format!(
                "Potencialių klientų kaina per mėnesį: {cost}, o geresnės konversijos vertė: iki {worth}."
            )
        },
        fix_sure: |leads, share, trials| {
            format!(
                "Lenkia papildomus potencialius klientus ({leads}): {share} atvejų, modeliavimų: {trials}."
            )
        },
        leads_sure: |share, trials| {
            format!("Lenkia pagerintą etapą: {share} atvejų, modeliavimų: {trials}.")
        },
        optimist: |mean, expected| {
            format!(
                "Prie pilno etapo atsitiktinumas mažina sandorius: vidutiniškai per mėnesį {mean}, be atsitiktinumo {expected}."
            )
        },
        neither: |leads, raise| {
            format!(
                "Nepadeda nei viena, nei kita: nei papildomi potencialūs klientai per mėnesį ({leads}), nei {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
    },
    ways: WayTexts {
        title: "Du keliai",
        fix: "Taisyti etapą",
        leads: "Pridėti potencialių klientų",
        stage: "Etapas",
        target: "Pakelti konversiją iki",
        extra_leads: "Papildomai per mėnesį",
        won: "Sandoriai per mėnesį",
        revenue: "Pajamos per mėnesį",
        cost: "Sąnaudos per mėnesį",
        first_effect: "Pirmas poveikis",
        as_many: |leads, cost| {
            format!("Tiek pat duoda papildomi potencialūs klientai: {leads}, kaina {cost}")
        },
        none_as_many: "Tiek neduos jokie papildomi potencialūs klientai",
        no_effect: "per šį laiką nėra",
        more: |difference| format!("{difference} daugiau nei dabar"),
        less: |difference| format!("{difference} mažiau nei dabar"),
        same: "kaip dabar",
        compare_by: "Lyginti pagal",
        objectives: ["Sandoriai", "Sutarčių vertė", "Pinigai", "Pelnas", "Vertė"],
        wins: "Geresnis kelias",
        tie: "Lygiosios",
        neither: "Nieko neduoda",
        choose: "Parinkti už mane",
    },
    rows: RowTexts {
        title: "Jūsų piltuvėlis",
        average: |months| format!("Vidutinis mėnuo. Modeliuojama mėnesių: {months}"),
        lost: |lost, share| format!("Prarasta: {lost} ({share})"),
        waiting: |units| format!("Pabaigoje laukia: {units}"),
        over_capacity: "Ateina daugiau, nei galima pradėti. Eilė pradžioje tuščia.",
        won: "Sudaryti sandoriai",
        won_value: |value| format!("Vertė: {value}"),
        leads_cost: |cost| format!("Iš viso per mėnesį: {cost}"),
        more_stage: "Dienos, riba, laukimas",
        more_channel: "Augimas, kokybė, sąnaudos",
        more_deal: "Marža, mokėjimas, mėnesiai",
        move_up: "Aukštyn",
        move_down: "Žemyn",
        remove: "Pašalinti",
        add_stage: "Pridėti etapą",
        add_channel: "Pridėti kanalą",
        curve: |objective, low, high| format!("{objective} šiame intervale: nuo {low} iki {high}"),
        off: "Tuščia: išjungta",
    },
    fields: FieldTexts {
        leads_per_month: "Potencialūs klientai per mėnesį",
        cost_per_lead: "Potencialaus kliento kaina",
        conversion: "Konversija",
        deal_size: "Sandorio vertė",
        price_of_month: "Mėnesio kaina",
        months: "Modeliuojama mėnesių",
        growth: "Augimas per mėnesį",
        quality: "Kokybė (1 – įprasta)",
        fixed_cost: "Pastovios sąnaudos per mėnesį",
        price_elasticity: "Papildomi brangsta (elastingumas)",
        quality_elasticity: "Papildomi prastėja (elastingumas)",
        days: "Etapo trukmė dienomis",
        days_variation: "Trukmės sklaida (0 – tiksli)",
        lost_days: "Dienos iki praradimo",
        lost_days_variation: "Dienų iki praradimo sklaida",
        capacity: "Riba: pradedama per mėnesį",
        patience: "Dienos, kol atvėsta pusė",
        stale: "Dienos, kol vertė perpus mažesnė",
        stale_floor: "Mažiausia likusi dalis",
        discard: "Atmetama po dienų",
        cost_per_unit: "Vieno pradėjimo kaina",
        target: "Pasiekiama konversija",
        open: "Yra pirmąją dieną",
        size_variation: "Sandorių verčių sklaida",
        margin: "Bendroji marža",
        upfront: "Dalis, apmokama iš anksto",
        onboarding: "Dienos iki pirmos sąskaitos",
        delivery: "Dienos nuo pirmos iki antros sąskaitos",
        payment: "Dienos nuo sąskaitos iki pinigų",
        contract_months: "Sutarties mėnesiai",
        churn: "Klientų praradimas per mėnesį",
        expansion: "Plėtra per mėnesį",
        cost_to_serve: "Aptarnavimo kaina per mėnesį",
        open_customers: "Klientai pirmąją dieną",
        name: "Pavadinimas",
        title: "Piltuvėlio pavadinimas",
        order: "Kas kitas",
        oldest_first: "Pirma seniausi",
        newest_first: "Pirma naujausi",
        billing: "Mokėjimas",
        one_off: "Vieną kartą",
        recurring: "Kas mėnesį",
        opening: "Pradžioje",
        steady: "Įsibėgėjęs",
        empty: "Tuščias",
        counts: "Kaip suskaičiuota",
        start: "Pirmas mėnuo (MMMM-mm)",
        currency: "Valiuta",
    },
    errors: ErrorTexts {
        empty: "Įrašykite skaičių.",
        not_a_number: "Tai ne skaičius.",
        grouping: "Neaiškūs taškai ir kableliai.",
        ambiguous: "Neaišku: tūkstantis ar milijardas?",
        too_large: "Skaičius per didelis.",
        between: |min, max| format!("Galima: nuo {min} iki {max}."),
        above: |min, max| format!("Galima: daugiau nei {min}, iki {max}."),
        whole: |min, max| format!("Galima: sveikieji skaičiai nuo {min} iki {max}."),
        perhaps_percent: |read, meant| format!("Suprasta: {read}. Gal norėjote {meant}?"),
        read_as: |value| format!("= {value}"),
        name: "Daugiausia 200 ženklų.",
        month: "Mėnuo, pavyzdžiui, 2026-01.",
    },
    forecast: ForecastTexts {
        title: "Kaip gali klostytis",
        ends: |low, high| format!("8 iš 10 modeliavimų baigiasi tarp {low} ir {high}."),
        period: "Laikotarpis",
        below: "1 iš 10 mažiau",
        median: "Mediana",
        above: "1 iš 10 daugiau",
        mean: "Vidurkis",
        as_table: "Rodyti lentele",
        target: "Tikslas",
        reached: |share| format!("Pasiekta modeliavimų dalis: {share}."),
        trials: "Modeliavimai",
        seed: "Atsitiktinumo pradžia",
        playing: |played, wanted| format!("Modeliuota: {played} iš {wanted}."),
    },
    table: TableTexts {
        title: "Skaičiai už atsakymo",
        over: |months| format!("Suma per modeliuojamus mėnesius: {months}"),
        today: "Dabar",
        leads: "Potencialūs klientai",
        won: "Sudaryti sandoriai",
        bookings: "Sutarčių vertė",
        cash: "Gauti pinigai",
        cost: "Sąnaudos",
        profit: "Pelnas",
        value: "Vertė",
        conversion: "Konversija iki sandorio",
        cycle: "Pardavimo ciklas",
        time_to_revenue: "Laikas iki pirmų pinigų",
        cost_per_lead: "Potencialaus kliento kaina",
        cost_per_client: "Kliento pritraukimo kaina",
        programme_share: "Programos dalis sutarčių vertėje",
        lifetime_value: "Kliento gyvavimo ciklo vertė",
        retention: "Grynasis pajamų išlaikymas per metus",
    },
};
