/*
 * Radicals printed as words. Fonts draw 门 and the radical ⻔ with one glyph, and programs that print to PDF name the
 * glyph by whichever comes first: the text that is taken out of such a file holds ⽀出 for 支出. The eye sees no
 * difference, a comparison does.
 */

/**
 * What the CJK Radicals Supplement stands for, from U+2E81 (Unicode, EquivalentUnifiedIdeograph.txt); `·` where there
 * is no plain character.
 */
const SUPPLEMENT =
  '厂乛乚乙亻冂·刀刂卜㔾小尐兀尣尢·巳幺彑彐忄心扌攵·旡日月歺母民氵氺灬爫爬丬牛犭王·目示礻·糹纟罓罒㓁冗·羊··耂肀聿肉·艹艺艻虎衤覀西见角·讠贝·车辶辷辸邑钅長镸长门·阝雨青韦页风飞食·飠饣·马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';

/** The Kangxi Radicals from U+2F00; 户 and 青 in the form that simplified text has. */
const KANGXI =
  '一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠';

const FIRST_OF_SUPPLEMENT = 0x2e81;
const FIRST_OF_KANGXI = 0x2f00;
const RADICAL = /[\u2e81-\u2fd5]/;
const RADICALS = /[\u2e81-\u2fd5]/g;

/**
 * Radicals as the characters that they look like; the length stays the same.
 * @example withoutRadicals('部⻔⽀出') // '部门支出'
 */
export function withoutRadicals(text: string): string {
  return RADICAL.test(text) ? text.replace(RADICALS, plain) : text;
}

function plain(radical: string): string {
  const code = radical.charCodeAt(0);
  const found = code < FIRST_OF_KANGXI ? SUPPLEMENT[code - FIRST_OF_SUPPLEMENT] : KANGXI[code - FIRST_OF_KANGXI];
  return found === undefined || found === '·' ? radical : found;
}
