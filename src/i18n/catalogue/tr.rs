//! Turkish.

use super::{
    Catalogue, ErrorTexts, FieldTexts, ForecastTexts, HeadlineTexts, NameTexts, PageTexts,
    RowTexts, TableTexts, WayTexts,
};

pub(super) static TEXTS: Catalogue = Catalogue {
    page: PageTexts {
        name: "Pipeline Lever",
        question: "Bir aşamayı düzeltmek mi, daha çok müşteri adayı almak mı?",
        example: "Başlangıç örneği",
        changed: "Sizin sayılarınız",
        undo: "Geri al",
        redo: "Yinele",
        language: "Dil",
        copy_link: "Bağlantıyı kopyala",
        link_copied: "Bağlantı kopyalandı. Bütün sayılarınız içinde.",
        link_by_hand: "Bu bağlantıyı kopyalayın",
        close: "Kapat",
        broken_link: "Bağlantı bozuk, bu yüzden sayfa bir örnekle açıldı.",
        newer_link: "Bağlantı daha yeni bir sürümden, bu yüzden sayfa bir örnekle açıldı.",
        last_valid: "Sayılardan biri kullanılamıyor. Sonuçlar son geçerli sayılara aittir.",
        private: "Her şey tarayıcınızda hesaplanır. Hiçbir şey gönderilmez ve saklanmaz.",
        broken_state: "Saklanan sayılar açılamadı, bu yüzden sayfa bir örnekle açıldı.",
        not_done: "Bu burada yapılamaz.",
    },
    names: NameTexts {
        talk: "Sızdıran satış hunisi",
        talk_full: "Sızdıran satış hunisi, ekip dolu",
        firm: "Az sayıda büyük anlaşma",
        fast_cash: "Hızlı nakit",
        slow_cash: "Yavaş nakit",
        stale: "Soğuyan müşteri adayları",
        own: "Kendi sayılarım",
        channel: "Müşteri adayları",
        lead: "Müşteri adayı",
        qualified: "Nitelikli",
        proposal: "Teklif",
        negotiation: "Müzakere",
        commitment: "Taahhüt",
        in_pipeline: "Satış hunisinde",
        follow_up: "Geri arama",
        new_stage: "Yeni aşama",
        new_channel: "Yeni kanal",
    },
    headline: HeadlineTexts {
        as_many_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {}, ayda şu kadar ek müşteri adayı ile aynı sonucu verir: {leads}. Aylık değeri: en çok {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        more_than_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {}, ayda şu kadar ek müşteri adayından daha fazlasını verir: {leads}. Aylık değeri: en çok {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        no_leads: |raise, worth| {
            format!(
                "{}: {} → {}, hiçbir sayıda müşteri adayının veremeyeceğini verir. Aylık değeri: en çok {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        because_full: |stage, limit| format!("{stage} aşaması dolu, aylık sınır: {limit}."),
        against: |leads, won, raise, fixed| {
            format!(
                "Ayda müşteri adayı: {leads}, kazanılan anlaşma: {won}. {} → {} ile: {fixed}.",
                raise.from, raise.to
            )
        },
        leads_hurt: |stage| {
            format!(
                "Burada daha çok müşteri adayı daha az anlaşma demek: {stage} aşamasını beklerken soğuyorlar."
            )
        },
        newest_first: |new, now| {
            format!("Önce en yenilerle ilgilenilse ayda kazanılan: {new}. Şimdi: {now}.")
        },
        leads_win: |leads, raise, by| {
            format!(
                "Müşteri adayı alın: ayda {leads} ek aday, şundan daha çok getirir: {}: {} → {}. Aylık fark: {by}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie: |leads, raise| {
            format!(
                "Berabere: ayda {leads} ek müşteri adayı, şununla aynı sonucu verir: {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie_prices: |cost, worth| {
            format!(
                "Adayların aylık maliyeti: {cost}. Daha iyi dönüşümün aylık değeri: en çok {worth}."
            )
        },
        fix_sure: |leads, share, trials| {
            format!(
                "Ek müşteri adaylarını ({leads}) şu oranda geçer: {share}, simülasyon sayısı: {trials}."
            )
        },
        leads_sure: |share, trials| {
            format!("Daha iyi aşamayı şu oranda geçer: {share}, simülasyon sayısı: {trials}.")
        },
        optimist: |mean, expected| {
            format!(
                "Dolu bir aşamanın yakınında rastlantı anlaşma kaybettirir: ayda ortalama {mean}, rastlantı olmadan {expected}."
            )
        },
        neither: |leads, raise| {
            format!(
                "İkisi de işe yaramıyor: ne ayda {leads} ek müşteri adayı ne de {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
    },
    ways: WayTexts {
        title: "İki yol",
        fix: "Aşamayı düzelt",
        leads: "Müşteri adayı ekle",
        stage: "Aşama",
        target: "Yeni dönüşüm oranı",
        extra_leads: "Ayda ek müşteri adayı",
        won: "Ayda kazanılan",
        revenue: "Aylık gelir",
        cost: "Aylık maliyet",
        first_effect: "İlk etki",
        as_many: |leads, cost| {
            format!("Aynı sonucu veren ek müşteri adayı: {leads}, maliyeti {cost}")
        },
        none_as_many: "Hiçbir sayıda ek müşteri adayı aynısını veremez",
        no_effect: "bu sürede yok",
        more: |difference| format!("{difference}, bugünden çok"),
        less: |difference| format!("{difference}, bugünden az"),
        same: "bugünkü gibi",
        compare_by: "Karşılaştırma ölçütü",
        objectives: [
            "Kazanılan anlaşmalar",
            "Anlaşma tutarı",
            "Nakit",
            "Kâr",
            "Değer",
        ],
        wins: "Daha iyi yol",
        tie: "Berabere",
        neither: "Bir şey getirmiyor",
        choose: "Benim için seç",
    },
    rows: RowTexts {
        title: "Satış huniniz",
        average: |months| format!("Ortalama ay. Hesaplanan ay sayısı: {months}"),
        lost: |lost, share| format!("Kayıp: {lost} ({share})"),
        waiting: |units| format!("Sonda bekleyen: {units}"),
        over_capacity: "Başlanabilecekten çok gelen var. Sıra boş başlar.",
        won: "Kazanılan anlaşmalar",
        won_value: |value| format!("Tutarı: {value}"),
        leads_cost: |cost| format!("Aylık toplam: {cost}"),
        more_stage: "Gün, sınır, bekleme",
        more_channel: "Büyüme, kalite, maliyet",
        more_deal: "Marj, ödeme, aylar",
        move_up: "Yukarı taşı",
        move_down: "Aşağı taşı",
        remove: "Kaldır",
        add_stage: "Aşama ekle",
        add_channel: "Kanal ekle",
        curve: |objective, low, high| format!("{objective}, bu aralıkta: {low} – {high}"),
        off: "Boş: kapalı",
    },
    fields: FieldTexts {
        leads_per_month: "Ayda müşteri adayı",
        cost_per_lead: "Müşteri adayı fiyatı",
        conversion: "Dönüşüm oranı",
        deal_size: "Anlaşma tutarı",
        price_of_month: "Bir ayın fiyatı",
        months: "Hesaplanan ay sayısı",
        growth: "Aylık büyüme",
        quality: "Kalite (1: normal)",
        fixed_cost: "Aylık sabit maliyet",
        price_elasticity: "Ek adaylar pahalanır (esneklik)",
        quality_elasticity: "Ek adaylar zayıflar (esneklik)",
        days: "Aşamadaki gün",
        days_variation: "Günlerin yayılımı (0: kesin)",
        lost_days: "Kaybedilene kadar gün",
        lost_days_variation: "Kayıp günlerinin yayılımı",
        capacity: "Sınır: ayda başlanan",
        patience: "Yarısı soğuyana kadar gün",
        stale: "Yarı değere inene kadar gün",
        stale_floor: "Kalan en küçük pay",
        discard: "Kaç gün sonra atılır",
        cost_per_unit: "Her başlangıcın maliyeti",
        target: "Ulaşılabilir dönüşüm oranı",
        open: "İlk gün var olan",
        size_variation: "Anlaşma tutarlarının yayılımı",
        margin: "Brüt marj",
        upfront: "Peşin fatura payı",
        onboarding: "İlk faturaya kadar gün",
        delivery: "İlk faturadan ikinciye gün",
        payment: "Faturadan ödemeye gün",
        contract_months: "Sözleşme ayı",
        churn: "Aylık müşteri kaybı",
        expansion: "Aylık genişleme",
        cost_to_serve: "Aylık hizmet maliyeti",
        open_customers: "İlk gün müşteri",
        name: "Ad",
        title: "Satış hunisinin adı",
        order: "Sıradaki",
        oldest_first: "Önce en eski",
        newest_first: "Önce en yeni",
        billing: "Ödeme",
        one_off: "Anlaşma başına bir kez",
        recurring: "Her ay",
        opening: "Başlangıçta",
        steady: "Tam hızda",
        empty: "Boş",
        counts: "Sayıldığı gibi",
        start: "İlk ay (YYYY-AA)",
        currency: "Para birimi",
    },
    errors: ErrorTexts {
        empty: "Lütfen bir sayı yazın.",
        not_a_number: "Bu bir sayı değil.",
        grouping: "Nokta ve virgüller belirsiz.",
        ambiguous: "Belirsiz: bin mi, milyar mı?",
        too_large: "Bu sayı çok büyük.",
        between: |min, max| format!("İzin verilen aralık: {min} – {max}."),
        above: |min, max| format!("İzin verilen: {min} üstü, en çok {max}."),
        whole: |min, max| format!("İzin verilen tam sayılar: {min} – {max}."),
        perhaps_percent: |read, meant| format!("Okunan: {read}. Bunu mu demek istediniz: {meant}?"),
        read_as: |value| format!("= {value}"),
        name: "En çok 200 karakter.",
        month: "Ay, örneğin 2026-01.",
    },
    forecast: ForecastTexts {
        title: "Nasıl gidebilir",
        ends: |low, high| format!("10 simülasyonun 8'i şu aralıkta biter: {low} – {high}."),
        period: "Dönem",
        below: "10'da 1 altında",
        median: "Medyan",
        above: "10'da 1 üstünde",
        mean: "Ortalama",
        as_table: "Tablo olarak göster",
        target: "Hedef",
        reached: |share| format!("Ulaşılan simülasyon oranı: {share}."),
        trials: "Simülasyon sayısı",
        seed: "Rastlantı tohumu",
        playing: |played, wanted| format!("Simüle edilen: {played} / {wanted}."),
    },
    table: TableTexts {
        title: "Arkasındaki sayılar",
        over: |months| format!("Hesaplanan ayların toplamı: {months}"),
        today: "Bugün",
        leads: "Müşteri adayları",
        won: "Kazanılan anlaşmalar",
        bookings: "Anlaşma tutarı",
        cash: "Tahsil edilen nakit",
        cost: "Maliyet",
        profit: "Kâr",
        value: "Değer",
        conversion: "Adaydan anlaşmaya dönüşüm",
        cycle: "Satış döngüsü",
        time_to_revenue: "İlk nakde kadar geçen süre",
        cost_per_lead: "Müşteri adayı başına maliyet",
        cost_per_client: "Müşteri başına maliyet",
        programme_share: "Programın anlaşma tutarındaki payı",
        lifetime_value: "Müşteri yaşam boyu değeri",
        retention: "Yıllık net gelir elde tutma",
    },
};
