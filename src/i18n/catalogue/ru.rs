//! Russian.

use super::{
    Catalogue, ErrorTexts, FieldTexts, ForecastTexts, HeadlineTexts, NameTexts, PageTexts,
    RowTexts, TableTexts, WayTexts,
};

pub(super) static TEXTS: Catalogue = Catalogue {
    page: PageTexts {
        name: "Pipeline Lever",
        question: "Исправить этап или купить больше лидов?",
        example: "Начать с примера",
        changed: "Ваши числа",
        undo: "Отменить",
        redo: "Вернуть",
        language: "Язык",
        copy_link: "Скопировать ссылку",
        link_copied: "Ссылка скопирована. В ней все ваши числа.",
        link_by_hand: "Скопируйте эту ссылку",
        close: "Закрыть",
        broken_link: "Ссылка повреждена, поэтому открыт пример.",
        newer_link: "Ссылка создана более новой версией, поэтому открыт пример.",
        last_valid: "Одно из чисел не подходит. Показаны результаты последних верных чисел.",
        private: "Всё считается в вашем браузере. Ничего не отправляется и не сохраняется.",
        broken_state: "Сохранённое не открывается, поэтому открыт пример.",
        not_done: "Здесь это сделать нельзя.",
    },
    names: NameTexts {
        talk: "Воронка с утечкой",
        talk_full: "Воронка с утечкой, команда занята",
        firm: "Фирма: мало крупных сделок",
        fast_cash: "Быстрые деньги",
        slow_cash: "Медленные деньги",
        stale: "Остывающие лиды",
        own: "Мои числа",
        channel: "Лиды",
        lead: "Лид",
        qualified: "Квалифицирован",
        proposal: "Предложение",
        negotiation: "Переговоры",
        commitment: "Обязательство",
        in_pipeline: "В воронке",
        follow_up: "Обработка",
        new_stage: "Новый этап",
        new_channel: "Новый канал",
    },
    headline: HeadlineTexts {
        as_many_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {} даёт столько же, сколько дополнительные лиды в месяц: {leads}. Ценность в месяц: до {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        more_than_leads: |raise, leads, worth| {
            format!(
                "{}: {} → {} даёт больше, чем дополнительные лиды в месяц: {leads}. Ценность в месяц: до {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        no_leads: |raise, worth| {
            format!(
                "{}: {} → {} даёт то, чего не даст никакое число лидов. Ценность в месяц: до {worth}.",
                raise.stage, raise.from, raise.to
            )
        },
        because_full: |stage, limit| format!("Этап {stage} заполнен, предел в месяц: {limit}."),
        against: |leads, won, raise, fixed| {
            format!(
                "Лидов в месяц: {leads}, сделок: {won}. А {} → {} даёт: {fixed}.",
                raise.from, raise.to
            )
        },
        leads_hurt: |stage| {
            format!("Больше лидов здесь означает меньше сделок: они ждут этапа {stage} и остывают.")
        },
        newest_first: |new, now| {
            format!("Если сначала обрабатывать новые, сделок в месяц будет {new}. Сейчас: {now}.")
        },
        leads_win: |leads, raise, by| {
            format!(
                "Покупайте лиды: ещё {leads} в месяц дают больше, чем {}: {} → {}. Разница в месяц: {by}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie: |leads, raise| {
            format!(
                "Ничья: дополнительные лиды в месяц ({leads}) дают столько же, сколько {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
        tie_prices: |cost, worth| {
            format!("Лиды стоят в месяц: {cost}, лучшая конверсия ценна до {worth}.")
        },
        fix_sure: |leads, share, trials| {
            format!(
                "Обгоняет дополнительные лиды ({leads}): {share} прогонов, всего прогонов: {trials}."
            )
        },
        leads_sure: |share, trials| {
            format!("Обгоняют улучшенный этап: {share} прогонов, всего прогонов: {trials}.")
        },
        optimist: |mean, expected| {
            format!(
                "Возле заполненного этапа случайность стоит сделок: в среднем в месяц {mean}, без случайности {expected}."
            )
        },
        neither: |leads, raise| {
            format!(
                "Не помогает ни то, ни другое: ни дополнительные лиды в месяц ({leads}), ни {}: {} → {}.",
                raise.stage, raise.from, raise.to
            )
        },
    },
    ways: WayTexts {
        title: "Два пути",
        fix: "Исправить этап",
        leads: "Добавить лидов",
        stage: "Этап",
        target: "Поднять конверсию до",
        extra_leads: "Ещё лидов в месяц",
        won: "Сделки в месяц",
        revenue: "Выручка в месяц",
        cost: "Расходы в месяц",
        first_effect: "Первый эффект",
        as_many: |leads, cost| format!("Столько же дают дополнительные лиды: {leads}, цена {cost}"),
        none_as_many: "Столько не даст никакое число лидов",
        no_effect: "нет за это время",
        more: |difference| format!("{difference}: больше, чем сейчас"),
        less: |difference| format!("{difference}: меньше, чем сейчас"),
        same: "как сейчас",
        compare_by: "Сравнивать по",
        objectives: ["Сделки", "Сумма сделок", "Деньги", "Прибыль", "Ценность"],
        wins: "Лучший путь",
        tie: "Ничья",
        neither: "Ничего не даёт",
        choose: "Выбрать за меня",
    },
    rows: RowTexts {
        title: "Ваша воронка",
        average: |months| format!("Средний месяц. Моделируется месяцев: {months}"),
        lost: |lost, share| format!("Потеряно: {lost} ({share})"),
        waiting: |units| format!("Ждут в конце: {units}"),
        over_capacity: "Приходит больше, чем можно начать. Очередь вначале пуста.",
        won: "Выигранные сделки",
        won_value: |value| format!("На сумму: {value}"),
        leads_cost: |cost| format!("Всего в месяц: {cost}"),
        more_stage: "Дни, предел, ожидание",
        more_channel: "Рост, качество, расходы",
        more_deal: "Маржа, оплата, месяцы",
        move_up: "Выше",
        move_down: "Ниже",
        remove: "Удалить",
        add_stage: "Добавить этап",
        add_channel: "Добавить канал",
        curve: |objective, low, high| format!("{objective} в этом диапазоне: от {low} до {high}"),
        off: "Пусто: выключено",
    },
    fields: FieldTexts {
        leads_per_month: "Лиды в месяц",
        cost_per_lead: "Стоимость лида",
        conversion: "Конверсия",
        deal_size: "Сумма сделки",
        price_of_month: "Цена месяца",
        months: "Моделируется месяцев",
        growth: "Рост в месяц",
        quality: "Качество (1 – обычное)",
        fixed_cost: "Постоянные расходы в месяц",
        price_elasticity: "Новые лиды дорожают (эластичность)",
        quality_elasticity: "Новые лиды хуже (эластичность)",
        days: "Дней на этапе",
        days_variation: "Разброс дней (0 – точно)",
        lost_days: "Дней до потери",
        lost_days_variation: "Разброс дней до потери",
        capacity: "Предел: начал в месяц",
        patience: "Дней, пока остынет половина",
        stale: "Дней, пока станет вдвое хуже",
        stale_floor: "Наименьшая оставшаяся доля",
        discard: "Отбрасывается через дней",
        cost_per_unit: "Стоимость каждого начала",
        target: "Достижимая конверсия",
        open: "Есть в первый день",
        size_variation: "Разброс сумм сделок",
        margin: "Валовая маржа",
        upfront: "Доля предоплаты",
        onboarding: "Дней до первого счёта",
        delivery: "Дней от первого счёта до второго",
        payment: "Дней от счёта до денег",
        contract_months: "Месяцев договора",
        churn: "Отток клиентов в месяц",
        expansion: "Расширение в месяц",
        cost_to_serve: "Обслуживание в месяц",
        open_customers: "Клиентов в первый день",
        name: "Название",
        title: "Название воронки",
        order: "Кто следующий",
        oldest_first: "Сначала старые",
        newest_first: "Сначала новые",
        billing: "Оплата",
        one_off: "Один раз за сделку",
        recurring: "Каждый месяц",
        opening: "В начале",
        steady: "Полный ход",
        empty: "Пусто",
        counts: "По подсчёту",
        start: "Первый месяц (ГГГГ-ММ)",
        currency: "Валюта",
    },
    errors: ErrorTexts {
        empty: "Введите число.",
        not_a_number: "Это не число.",
        grouping: "Непонятны точки и запятые.",
        ambiguous: "Непонятно: тысяча или миллиард?",
        too_large: "Число слишком велико.",
        between: |min, max| format!("Допустимо: от {min} до {max}."),
        above: |min, max| format!("Допустимо: больше {min}, до {max}."),
        whole: |min, max| format!("Допустимо: целые числа от {min} до {max}."),
        perhaps_percent: |read, meant| format!("Прочитано как {read}. Может быть, {meant}?"),
        read_as: |value| format!("= {value}"),
        name: "Не больше 200 знаков.",
        month: "Месяц, например 2026-01.",
    },
    forecast: ForecastTexts {
        title: "Как может сложиться",
        ends: |low, high| format!("8 из 10 прогонов заканчиваются между {low} и {high}."),
        period: "Период",
        below: "1 из 10 ниже",
        median: "Медиана",
        above: "1 из 10 выше",
        mean: "Среднее",
        as_table: "Показать таблицей",
        target: "Цель",
        reached: |share| format!("Доля прогонов, в которых цель достигнута: {share}."),
        trials: "Прогоны",
        seed: "Начало случайности (seed)",
        playing: |played, wanted| format!("Прогонов: {played} из {wanted}."),
    },
    table: TableTexts {
        title: "Числа за ответом",
        over: |months| format!("Сумма за моделируемые месяцы: {months}"),
        today: "Сейчас",
        leads: "Лиды",
        won: "Выигранные сделки",
        bookings: "Сумма сделок",
        cash: "Полученные деньги",
        cost: "Расходы",
        profit: "Прибыль",
        value: "Ценность",
        conversion: "Конверсия от лида до сделки",
        cycle: "Цикл продаж",
        time_to_revenue: "Время до первых денег",
        cost_per_lead: "Стоимость лида",
        cost_per_client: "Стоимость клиента",
        programme_share: "Доля программы в сумме сделок",
        lifetime_value: "Пожизненная ценность клиента",
        retention: "Чистое удержание выручки за год",
    },
};
