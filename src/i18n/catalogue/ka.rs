//! Georgian.

use super::{
    Catalogue, ErrorTexts, FieldTexts, ForecastTexts, HeadlineTexts, NameTexts, PageTexts,
    RowTexts, TableTexts, WayTexts,
};

pub(super) static TEXTS: Catalogue = Catalogue {
    page: PageTexts {
        name: "Pipeline Lever",
        question: "ეტაპის გამოსწორება თუ მეტი ლიდის ყიდვა?",
        example: "საწყისი მაგალითი",
        changed: "თქვენი რიცხვები",
        undo: "გაუქმება",
        redo: "დაბრუნება",
        language: "ენა",
        copy_link: "ბმულის კოპირება",
        link_copied: "ბმული დაკოპირდა. მასში ყველა თქვენი რიცხვია.",
        link_by_hand: "დააკოპირეთ ეს ბმული",
        close: "დახურვა",
        broken_link: "ბმული დაზიანებულია, ამიტომ გვერდი მაგალითით იხსნება.",
        newer_link: "ბმული უფრო ახალი ვერსიისაა, ამიტომ გვერდი მაგალითით იხსნება.",
        last_valid: "ერთ-ერთი რიცხვი არ გამოდგება. შედეგები ბოლო სწორ რიცხვებს ეკუთვნის.",
        private: "ყველაფერი თქვენს ბრაუზერში გამოითვლება. არაფერი იგზავნება და არაფერი ინახება.",
        broken_state: "შენახული რიცხვები ვერ გაიხსნა, ამიტომ გვერდი მაგალითით იხსნება.",
        not_done: "აქ ამის გაკეთება შეუძლებელია.",
    },
    names: NameTexts {
        talk: "პაიპლაინი გაჟონვით",
        talk_full: "პაიპლაინი გაჟონვით, გუნდი დაკავებულია",
        firm: "ცოტა მსხვილი გარიგება",
        fast_cash: "სწრაფი ფული",
        slow_cash: "ნელი ფული",
        stale: "გაციებული ლიდები",
        own: "ჩემი რიცხვები",
        channel: "ლიდები",
        lead: "ლიდი",
        qualified: "კვალიფიციური",
        proposal: "შეთავაზება",
        negotiation: "მოლაპარაკება",
        commitment: "შეთანხმება",
        in_pipeline: "პაიპლაინში",
        follow_up: "დაკავშირება",
        new_stage: "ახალი ეტაპი",
        new_channel: "ახალი არხი",
    },
    headline: HeadlineTexts {
        as_many_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {} იმდენივეს იძლევა, რამდენსაც თვეში დამატებითი ლიდები: {leads}. ღირებულება თვეში: მაქსიმუმ {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        more_than_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {} მეტს იძლევა, ვიდრე თვეში დამატებითი ლიდები: {leads}. ღირებულება თვეში: მაქსიმუმ {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        no_leads: |raise, worth| {
            format!(
                "{}: {} → {} იძლევა იმას, რასაც ლიდების ვერანაირი რაოდენობა ვერ მოგცემთ. ღირებულება თვეში: მაქსიმუმ {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        because_full: |stage, limit| format!("ეტაპი {stage} სავსეა, ზღვარი თვეში: {limit}."),
        against: |leads, won, raise, fixed| {
            format!(
                "ლიდები თვეში: {leads}, წარმატებული გარიგებები: {won}. {} → {} კი იძლევა: {fixed}.",
                raise.from, raise.to
            )
        },
        leads_hurt: |stage| {
            format!(
                "აქ მეტი ლიდი ნაკლებ გარიგებას ნიშნავს: ისინი ელოდებიან ეტაპს {stage} და ცივდებიან."
            )
        },
        newest_first: |new, now| {
            format!("ჯერ ახლებთან რომ იმუშაოთ, თვეში გარიგებები იქნება: {new}. ახლა: {now}.")
        },
        leads_win: |leads, raise, by| {
            format!(
                "იყიდეთ ლიდები: თვეში დამატებით {leads} მეტს იძლევა, ვიდრე {}: {} → {}. სხვაობა თვეში: {by}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie: |leads, raise| {
            format!(
                "თანაბარია: თვეში დამატებითი ლიდები ({leads}) იმდენივეს იძლევა, რამდენსაც {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie_prices: |cost, worth| {
            format!("ლიდების ხარჯი თვეში: {cost}, უკეთესი კონვერსიის ღირებულება: მაქსიმუმ {worth}.")
        },
        fix_sure: |leads, share, trials| {
            format!("დამატებით ლიდებს ({leads}) სჯობს ამ წილში: {share}, სიმულაციები: {trials}.")
        },
        leads_sure: |share, trials| {
            format!("გაუმჯობესებულ ეტაპს სჯობს ამ წილში: {share}, სიმულაციები: {trials}.")
        },
        optimist: |mean, expected| {
            format!(
                "სავსე ეტაპთან შემთხვევითობა გარიგებებს ამცირებს: საშუალოდ თვეში {mean}, შემთხვევითობის გარეშე {expected}."
            )
        },
        neither: |leads, raise| {
            format!(
                "არც ერთი არ გვშველის: არც თვეში დამატებითი ლიდები ({leads}), არც {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
    },
    ways: WayTexts {
        title: "ორი გზა",
        fix: "ეტაპის გამოსწორება",
        leads: "ლიდების დამატება",
        stage: "ეტაპი",
        target: "ახალი კონვერსია",
        extra_leads: "დამატებითი ლიდები თვეში",
        won: "გარიგებები თვეში",
        revenue: "შემოსავალი თვეში",
        cost: "ხარჯი თვეში",
        first_effect: "პირველი ეფექტი",
        as_many: |leads, cost| format!("იმდენივეს იძლევა დამატებითი ლიდები: {leads}, ხარჯი {cost}"),
        none_as_many: "ამდენს დამატებითი ლიდები ვერ მოგცემთ",
        no_effect: "ამ დროში არ არის",
        more: |difference| format!("{difference}, დღევანდელზე მეტი"),
        less: |difference| format!("{difference}, დღევანდელზე ნაკლები"),
        same: "როგორც დღეს",
        compare_by: "შედარების საზომი",
        objectives: [
            "გარიგებები",
            "გარიგებების თანხა",
            "ფული",
            "მოგება",
            "ღირებულება",
        ],
        wins: "უკეთესი გზა",
        tie: "თანაბარია",
        neither: "არაფერს იძლევა",
        choose: "ჩემ ნაცვლად აირჩიე",
    },
    rows: RowTexts {
        title: "თქვენი პაიპლაინი",
        average: |months| format!("საშუალო თვე. გამოთვლილი თვეები: {months}"),
        lost: |lost, share| format!("დაიკარგა: {lost} ({share})"),
        waiting: |units| format!("ბოლოს ელოდება: {units}"),
        over_capacity: "იმაზე მეტი მოდის, ვიდრე დაწყებაა შესაძლებელი. რიგი თავიდან ცარიელია.",
        won: "წარმატებული გარიგებები",
        won_value: |value| format!("თანხა: {value}"),
        leads_cost: |cost| format!("სულ თვეში: {cost}"),
        more_stage: "დღეები, ზღვარი, ლოდინი",
        more_channel: "ზრდა, ხარისხი, ხარჯი",
        more_deal: "მარჟა, გადახდა, თვეები",
        move_up: "ზემოთ",
        move_down: "ქვემოთ",
        remove: "წაშლა",
        add_stage: "ეტაპის დამატება",
        add_channel: "არხის დამატება",
        curve: |objective, low, high| format!("{objective} ამ შუალედში: {low} - {high}"),
        off: "ცარიელი: გამორთულია",
    },
    fields: FieldTexts {
        leads_per_month: "ლიდები თვეში",
        cost_per_lead: "ლიდის ღირებულება",
        conversion: "კონვერსია",
        deal_size: "გარიგების ღირებულება",
        price_of_month: "ერთი თვის ფასი",
        months: "გამოთვლილი თვეები",
        growth: "ზრდა თვეში",
        quality: "ხარისხი (1 ჩვეულებრივია)",
        fixed_cost: "ფიქსირებული ხარჯი თვეში",
        price_elasticity: "დამატებითი ლიდები ძვირდება (ელასტიკურობა)",
        quality_elasticity: "დამატებითი ლიდები სუსტდება (ელასტიკურობა)",
        days: "დღეები ეტაპზე",
        days_variation: "დღეების გაბნევა (0 ზუსტია)",
        lost_days: "დღეები დაკარგვამდე",
        lost_days_variation: "დაკარგვის დღეების გაბნევა",
        capacity: "ზღვარი: დაწყება თვეში",
        patience: "დღეები ნახევრის გაციებამდე",
        stale: "დღეები განახევრებამდე",
        stale_floor: "უმცირესი დარჩენილი წილი",
        discard: "რამდენ დღეში იყრება",
        cost_per_unit: "თითო დაწყების ხარჯი",
        target: "მიღწევადი კონვერსია",
        open: "პირველ დღეს არსებული",
        size_variation: "გარიგებების ღირებულების გაბნევა",
        margin: "საერთო მარჟა",
        upfront: "წინასწარი ინვოისის წილი",
        onboarding: "დღეები პირველ ინვოისამდე",
        delivery: "დღეები პირველიდან მეორე ინვოისამდე",
        payment: "დღეები ინვოისიდან თანხამდე",
        contract_months: "კონტრაქტის თვეები",
        churn: "კლიენტების გადინება თვეში",
        expansion: "გაფართოება თვეში",
        cost_to_serve: "მომსახურების ხარჯი თვეში",
        open_customers: "კლიენტები პირველ დღეს",
        name: "სახელი",
        title: "პაიპლაინის სახელი",
        order: "ვინ არის შემდეგი",
        oldest_first: "ჯერ ძველები",
        newest_first: "ჯერ ახლები",
        billing: "გადახდა",
        one_off: "ერთხელ გარიგებაზე",
        recurring: "ყოველთვე",
        opening: "დასაწყისში",
        steady: "სრული სვლით",
        empty: "ცარიელი",
        counts: "დათვლილი",
        start: "პირველი თვე (წწწწ-თთ)",
        currency: "ვალუტა",
    },
    errors: ErrorTexts {
        empty: "ჩაწერეთ რიცხვი.",
        not_a_number: "ეს რიცხვი არ არის.",
        grouping: "წერტილები და მძიმეები გაურკვეველია.",
        ambiguous: "გაურკვეველია: ათასი თუ მილიარდი?",
        too_large: "რიცხვი ძალიან დიდია.",
        between: |min, max| format!("დასაშვებია: {min} - {max}."),
        above: |min, max| format!("დასაშვებია: {min} ზემოთ, მაქსიმუმ {max}."),
        whole: |min, max| format!("დასაშვებია მთელი რიცხვები: {min} - {max}."),
        perhaps_percent: |read, meant| format!("წაიკითხა: {read}. ხომ არ გულისხმობდით: {meant}?"),
        read_as: |value| format!("= {value}"),
        name: "არაუმეტეს 200 ნიშნისა.",
        month: "თვე, მაგალითად 2026-01.",
    },
    forecast: ForecastTexts {
        title: "როგორ შეიძლება წარიმართოს",
        ends: |low, high| format!("10 სიმულაციიდან 8-ის შედეგი ამ შუალედშია: {low} - {high}."),
        period: "პერიოდი",
        below: "10-დან 1 ნაკლები",
        median: "მედიანა",
        above: "10-დან 1 მეტი",
        mean: "საშუალო",
        as_table: "ცხრილად ჩვენება",
        target: "მიზანი",
        reached: |share| format!("მიღწეულია სიმულაციების ამ წილში: {share}."),
        trials: "სიმულაციები",
        seed: "შემთხვევითობის საწყისი",
        playing: |played, wanted| format!("სიმულაცია: {played} / {wanted}."),
    },
    table: TableTexts {
        title: "რიცხვები პასუხის უკან",
        over: |months| format!("ჯამი გამოთვლილ თვეებზე: {months}"),
        today: "დღეს",
        leads: "ლიდები",
        won: "წარმატებული გარიგებები",
        bookings: "გარიგებების თანხა",
        cash: "მიღებული ფული",
        cost: "ხარჯი",
        profit: "მოგება",
        value: "ღირებულება",
        conversion: "კონვერსია ლიდიდან გარიგებამდე",
        cycle: "გაყიდვის ციკლი",
        time_to_revenue: "დრო პირველ თანხამდე",
        cost_per_lead: "ლიდის ღირებულება",
        cost_per_client: "კლიენტის მოზიდვის ღირებულება",
        programme_share: "პროგრამის წილი გარიგებების თანხაში",
        lifetime_value: "კლიენტის გრძელვადიანი ღირებულება",
        retention: "შემოსავლის წმინდა შენარჩუნება წელიწადში",
    },
};
