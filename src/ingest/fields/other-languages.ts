/**
 * Headers of the fields that every workbook has, in Japanese, German, French, Spanish, Portuguese and Italian, by the name of
 * the column; traditional Chinese is known by its characters. They rank behind the Chinese and English ones.
 */
export const OTHER_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  clientCode: [
    '得意先コード', '顧客コード', '取引先コード', '顧客番号', '得意先番号', '客先コード', '売上先コード', 'Kundennummer', 'Kunden-Nr', 'Kundennr', 'Kundencode', 'Debitor', 'Debitorennummer', 'Debitoren-Nr', 'code client', 'numéro client', 'n° client', 'référence client',
    'réf client', 'id client', 'código cliente', 'código de cliente', 'nº cliente', 'número de cliente', 'id cliente', 'código do cliente', 'cód cliente', 'codice cliente', 'cod cliente', 'numero cliente',
  ],
  clientName: [
    '得意先名', '得意先', '顧客名', 'お客様名', 'お客様', '取引先名', '取引先', '会社名', '請求先', '請求先名', '納品先', '納入先', '販売先', '客先', '客先名', 'Kunde', 'Kundenname', 'Name des Kunden', 'Firma', 'Firmenname', 'Auftraggeber', 'Debitorname', 'Käufer',
    'Rechnungsempfänger', 'client', 'nom client', 'nom du client', 'raison sociale', 'société', 'acheteur', 'cliente', 'nombre cliente', 'nombre del cliente', 'razón social', 'empresa', 'comprador', 'nome do cliente', 'nome cliente', 'razão social', 'ragione sociale',
    'denominazione cliente', 'azienda', 'acquirente',
  ],
  region: ['地域', '都道府県', 'エリア', '営業地域', 'Gebiet', 'Bundesland', 'Verkaufsgebiet', 'Verkaufsregion', 'région', 'secteur', 'département', 'región', 'zona', 'provincia', 'comunidad', 'região', 'regione'],
  country: ['国', '国名', 'Land', 'pays', 'país', 'paese', 'nazione'],
  rep: [
    '担当者', '営業担当', '営業担当者', '担当', '担当者名', '営業員', 'Verkäufer', 'Vertreter', 'Außendienst', 'Außendienstmitarbeiter', 'Sachbearbeiter', 'Vertriebsmitarbeiter', 'vendeur', 'commercial', 'représentant', 'vendedor', 'comercial', 'representante', 'venditore',
    'agente', 'rappresentante',
  ],
  documentNo: [
    '伝票番号', '伝票No', '売上番号', '売上伝票番号', '納品書番号', '取引番号', 'Belegnummer', 'Beleg-Nr', 'Belegnr', 'Beleg', 'Lieferscheinnummer', 'Lieferschein', 'Vorgangsnummer', 'numéro de document', 'n° document', 'numéro de pièce', 'n° pièce', 'pièce', 'numéro',
    'nº documento', 'número de documento', 'número documento', 'albarán', 'nº albarán', 'número', 'número do documento', 'numero documento', 'n. documento', 'documento', 'numero',
  ],
  orderNo: [
    '受注番号', '注文番号', '受注No', '注文No', '発注番号', 'Auftragsnummer', 'Auftrags-Nr', 'Auftragsnr', 'Auftrag', 'Bestellnummer', 'Bestell-Nr', 'Bestellung', 'numéro de commande', 'n° commande', 'n° de commande', 'commande', 'nº pedido', 'número de pedido',
    'número pedido', 'pedido', 'número do pedido', 'n. ordine', 'numero ordine', 'ordine',
  ],
  invoiceNo: [
    '請求書番号', '請求番号', '請求書No', 'インボイス番号', 'Rechnungsnummer', 'Rechnungs-Nr', 'Rechnungsnr', 'Rechnung', 'numéro de facture', 'n° facture', 'n° de facture', 'facture', 'nº factura', 'número de factura', 'número factura', 'factura', 'número da fatura',
    'nº fatura', 'fatura', 'nota fiscal', 'nº nota fiscal', 'número da nota', 'numero fattura', 'n. fattura', 'n. ft', 'fattura',
  ],
  day: [
    '日付', '売上日', '売上日付', '販売日', '取引日', '取引日付', '伝票日付', '計上日', '請求日', '請求日付', '発行日', 'Datum', 'Belegdatum', 'Buchungsdatum', 'Rechnungsdatum', 'Verkaufsdatum', 'Fakturadatum', 'date de vente', 'date facture', 'date de facture',
    'date de facturation', 'date de la facture', 'date comptable', 'date document', 'date de pièce', 'fecha', 'fecha de venta', 'fecha venta', 'fecha factura', 'fecha de factura', 'fecha documento', 'fecha contable', 'fecha de emisión', 'data', 'data da venda', 'data venda',
    'data de emissão', 'data emissão', 'data da fatura', 'data do documento', 'data vendita', 'data documento', 'data fattura', 'data registrazione', 'data emissione',
  ],
  orderDay: [
    '受注日', '注文日', '発注日', '受注日付', 'Auftragsdatum', 'Bestelldatum', 'bestellt am', 'date de commande', 'date commande', 'date de la commande', 'commandé le', 'fecha de pedido', 'fecha pedido', 'fecha del pedido', 'data do pedido', 'data pedido', 'data da encomenda',
    'data ordine', "data dell'ordine",
  ],
  promisedDay: [
    '納期', '希望納期', '納品予定日', '約束納期', '納入予定日', '指定納期', 'Liefertermin', 'Wunschtermin', 'Wunschlieferdatum', 'zugesagter Termin', 'Zusagetermin', 'geplantes Lieferdatum', 'bestätigter Liefertermin', 'date promise', 'date prévue', 'date de livraison prévue',
    'livraison prévue', 'date souhaitée', 'date demandée', 'fecha prometida', 'fecha prevista', 'fecha de entrega prevista', 'fecha comprometida', 'entrega prevista', 'fecha requerida', 'data prometida', 'data prevista', 'prazo de entrega', 'data de entrega prevista',
    'data promessa', 'consegna prevista', 'data consegna prevista', 'data richiesta',
  ],
  shippedDay: [
    '出荷日', '発送日', '出庫日', '出荷日付', 'Versanddatum', 'versandt am', 'versendet am', 'Warenausgang', 'Warenausgangsdatum', "date d'expédition", 'date expédition', 'expédié le', 'fecha de envío', 'fecha envío', 'fecha de expedición', 'enviado el', 'data de envio',
    'data envio', 'data de expedição', 'enviado em', 'data spedizione', 'data di spedizione', 'spedito il',
  ],
  deliveredDay: [
    '納品日', '配達日', '着荷日', '到着日', '検収日', '納入日', '納品日付', 'Lieferdatum', 'geliefert am', 'Zustelldatum', 'Zustellung', 'tatsächliches Lieferdatum', 'date de livraison', 'date livraison', 'livré le', 'date de livraison réelle', 'fecha de entrega',
    'fecha entrega', 'entregado el', 'data de entrega', 'data entrega', 'data da entrega', 'entregue em', 'data consegna', 'data di consegna', 'consegnato il',
  ],
  product: [
    '商品名', '商品', '品名', '製品名', '品番', '商品コード', '製品コード', '品目', 'Artikel', 'Artikelbezeichnung', 'Artikelname', 'Produkt', 'Produktname', 'Bezeichnung', 'Artikelnummer', 'Artikel-Nr', 'Artikelnr', 'Ware', 'produit', 'article', 'désignation', 'libellé',
    'nom du produit', 'référence produit', 'référence article', 'producto', 'artículo', 'descripción', 'nombre del producto', 'código producto', 'produto', 'artigo', 'descrição', 'nome do produto', 'código do produto', 'prodotto', 'articolo', 'descrizione',
    'codice articolo', 'nome prodotto',
  ],
  category: ['商品分類', 'カテゴリ', 'カテゴリー', '商品区分', 'Warengruppe', 'Kategorie', 'Produktgruppe', 'catégorie', 'famille', 'gamme', 'categoría', 'familia', 'categoria', 'família', 'famiglia'],
  quantity: [
    '数量', '販売数量', '売上数量', '個数', '出荷数量', '販売数', 'Menge', 'Anzahl', 'Stückzahl', 'Stück', 'Verkaufsmenge', 'quantité', 'qté', 'qte', 'quantité vendue', 'cantidad', 'cant', 'unidades', 'cantidad vendida', 'quantidade', 'qtd', 'qtde', 'quantidade vendida',
    'quantità', 'qta', 'q.tà', 'pezzi',
  ],
  unit: ['Einheit', 'Mengeneinheit', 'ME', 'unité', 'unidad', 'unidade', 'unità', 'um'],
  unitPrice: [
    '単価', '販売単価', '売上単価', '税抜単価', '税込単価', 'Preis', 'Einzelpreis', 'Stückpreis', 'Verkaufspreis', 'E-Preis', 'VK-Preis', 'Nettopreis', 'prix unitaire', 'prix unitaire ht', 'pu ht', 'pu', 'p.u.', 'prix', 'prix de vente', 'precio', 'precio unitario',
    'precio de venta', 'precio venta', 'preço', 'preço unitário', 'valor unitário', 'valor unit', 'preço de venda', 'prezzo', 'prezzo unitario', 'prezzo di vendita',
  ],
  discount: ['値引率', '割引率', '割引', 'Rabatt', 'Rabatt %', 'remise', 'remise %', 'taux de remise', 'descuento', 'dto', 'descuento %', 'desconto', 'desconto %', 'sconto', 'sconto %'],
  amount: [
    '売上金額', '売上高', '売上', '販売金額', '合計金額', '税込金額', '請求金額', '金額', '税抜金額', '受注金額', 'Umsatz', 'Betrag', 'Gesamtbetrag', 'Nettobetrag', 'Bruttobetrag', 'Rechnungsbetrag', 'Gesamtpreis', 'Nettoumsatz', 'Nettowert', 'Positionswert', 'Warenwert',
    'Summe', 'Gesamt', 'Gesamtsumme', 'montant', 'montant total', 'montant ttc', 'montant ht', 'total ttc', 'total ht', "chiffre d'affaires", 'ca ht', 'ventes', 'prix total', 'importe', 'importe total', 'importe neto', 'monto', 'monto total', 'ventas', 'venta',
    'facturación', 'base imponible', 'valor', 'valor total', 'montante', 'valor líquido', 'vendas', 'faturamento', 'valor da venda', 'valor do pedido', 'total do pedido', 'importo', 'importo totale', 'totale', 'fatturato', 'imponibile', 'importo netto', 'ricavi', 'valore',
    'totale fattura', 'vendite',
  ],
  tax: ['消費税', '消費税額', 'Steuer', 'MwSt', 'Mehrwertsteuer', 'USt', 'Umsatzsteuer', 'Steuerbetrag', 'tva', 'montant tva', 'taxe', 'iva', 'impuesto', 'impuestos', 'imposto', 'impostos', 'imposta'],
  cost: ['原価', '売上原価', '原価金額', 'Kosten', 'Wareneinsatz', 'Einstandswert', 'coût', "coût d'achat", 'coste', 'costo', 'custo'],
  profit: ['粗利', '粗利益', '粗利額', '利益', 'Gewinn', 'Rohertrag', 'Deckungsbeitrag', 'marge', 'marge brute', 'bénéfice', 'beneficio', 'margen', 'ganancia', 'lucro', 'margem', 'utile', 'margine', 'profitto'],
  currency: ['通貨', 'Währung', 'devise', 'monnaie', 'moneda', 'divisa', 'moeda', 'valuta'],
  type: ['種別', '区分', '取引区分', '伝票区分', 'Belegart', 'Vorgangsart', 'Art', 'tipo', 'tipo documento', 'tipo de documento', 'type de pièce', 'type de document'],
  status: ['状態', 'ステータス', '受注状態', 'Auftragsstatus', 'statut', 'état', 'statut de commande', 'situación', 'estado', 'estado del pedido', 'situação', 'status do pedido', 'stato', 'stato ordine'],
  dueDay: [
    '支払期日', '支払期限', '入金予定日', '支払予定日', '回収予定日', 'Fälligkeit', 'Fälligkeitsdatum', 'fällig am', 'Nettofälligkeit', 'zahlbar bis', 'échéance', "date d'échéance", 'date échéance', 'vencimiento', 'fecha de vencimiento', 'fecha vencimiento', 'vencimento',
    'data de vencimento', 'data vencimento', 'scadenza', 'data scadenza', 'data di scadenza',
  ],
  paidDay: [
    '入金日', '入金日付', '支払日', '回収日', 'Zahlungsdatum', 'Zahldatum', 'bezahlt am', 'Zahlungseingang', 'Ausgleichsdatum', 'date de paiement', 'date de règlement', 'date paiement', 'date règlement', 'payé le', 'réglé le', 'fecha de pago', 'fecha pago', 'fecha de cobro',
    'pagado el', 'data de pagamento', 'data do pagamento', 'data pagamento', 'pago em', 'data incasso', 'pagato il',
  ],
  paidAmount: [
    '入金額', '入金金額', '回収額', '支払額', 'Zahlbetrag', 'Zahlungsbetrag', 'gezahlter Betrag', 'bezahlter Betrag', 'bezahlt', 'montant payé', 'montant réglé', 'payé', 'réglé', 'importe pagado', 'importe cobrado', 'monto pagado', 'pagado', 'cobrado', 'valor pago', 'pago',
    'importo pagato', 'pagato', 'incassato',
  ],
  openAmount: [
    '未入金額', '売掛残高', '売掛金残高', '未回収額', '残高', 'offener Betrag', 'offen', 'offener Saldo', 'Restbetrag', 'Saldo', 'restant dû', 'reste à payer', 'solde', 'solde dû', 'saldo pendiente', 'importe pendiente', 'pendiente', 'saldo', 'saldo em aberto', 'em aberto',
    'valor em aberto', 'residuo', 'importo residuo', 'da incassare',
  ],
  orderedQuantity: ['受注数量', '注文数量', 'Bestellmenge', 'bestellte Menge', 'Auftragsmenge', 'quantité commandée', 'qté commandée', 'cantidad pedida', 'quantidade pedida', 'quantità ordinata'],
  deliveredQuantity: ['納品数量', '納入数量', 'Liefermenge', 'gelieferte Menge', 'quantité livrée', 'qté livrée', 'cantidad entregada', 'quantidade entregue', 'quantità consegnata'],
  carrier: ['運送会社', '配送業者', 'Spediteur', 'Spedition', 'Frachtführer', 'transporteur', 'transportista', 'transportadora', 'vettore', 'corriere'],
  creditLimit: ['与信限度額', '与信枠', 'Kreditlimit', 'Kreditrahmen', 'limite de crédit', 'plafond de crédit', 'límite de crédito', 'fido'],
  creditTermDays: ['Zahlungsziel', 'Zahlungsziel (Tage)', 'délai de paiement', 'plazo de pago', 'días de crédito', 'prazo de pagamento', 'giorni pagamento'],
  contact: ['Ansprechpartner', 'contacto', 'contato', 'contatto', 'interlocuteur'],
  phone: ['電話番号', '電話', 'Telefon', 'Telefonnummer', 'téléphone', 'teléfono', 'telefone', 'telefono'],
  address: ['住所', 'Anschrift', 'Straße', 'Adresse', 'dirección', 'domicilio', 'endereço', 'indirizzo'],
  industry: ['業種', 'Branche', "secteur d'activité", 'sector', 'setor', 'settore'],
  reason: ['返品理由', 'Grund', 'Retourengrund', 'motif', 'motivo'],
}; // prettier-ignore
