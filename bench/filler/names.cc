#include "names.h"

#include <span>

namespace fill {
namespace {

// People of one language: of a hundred, `share` are of this or of one further up.
struct Language {
  unsigned share;
  std::span<const char* const> first;
  std::span<const char* const> last;
};

constexpr const char* british_first[] = {
    "Olivia",   "Amelia", "Isla",     "Ava",    "Lily",     "Freya",     "Grace",   "Florence", "Alice",
    "Margaret", "Susan",  "Patricia", "Linda",  "Janet",    "Christine", "Helen",   "Julie",    "Karen",
    "Deborah",  "Hilary", "Oliver",   "George", "Arthur",   "Noah",      "Harry",   "Leo",      "Jack",
    "Charlie",  "Thomas", "Edward",   "David",  "Michael",  "Peter",     "Stephen", "Andrew",   "Graham",
    "Keith",    "Martin", "Nigel",    "Philip", "Siân",     "Rhys",      "Niamh",   "Eoin",     "Zoë",
    "Chloë",    "Callum", "Mary-Ann", "Eilidh", "Gwenllïan"};
constexpr const char* british_last[] = {
    "Smith",          "Jones",        "Taylor",        "Brown",     "Williams", "Wilson",    "Johnson",
    "Davies",         "Robinson",     "Wright",        "Thompson",  "Evans",    "Walker",    "White",
    "Roberts",        "Green",        "Hall",          "Wood",      "Jackson",  "Clarke",    "Patel",
    "Khan",           "Lewis",        "Phillips",      "James",     "Hughes",   "Edwards",   "Turner",
    "Hill",           "Moore",        "Cooper",        "Ward",      "Morris",   "Harris",    "Allen",
    "Baker",          "O'Neill",      "O'Connor",      "MacDonald", "McCarthy", "Llewellyn", "Fitzgerald",
    "Byrne",          "Farquhar",     "Whitfield",     "Ashworth",  "Penrose",  "Trelawny",  "Hargreaves",
    "St John-Smythe", "Featherstone", "Ó Súilleabháin"};
constexpr const char* south_asian_first[] = {
    "Aisha", "Fatima", "Zainab", "Priya",  "Anjali", "Sunita", "Harpreet", "Gurdeep", "Mohammed", "Yusuf",
    "Imran", "Ravi",   "Arjun",  "Sanjay", "Tariq",  "Nadia",  "Meera",    "Iqbal",   "Farah",    "Deepak"};
constexpr const char* south_asian_last[] = {"Ahmed",  "Hussain", "Begum",     "Singh", "Kaur",
                                            "Sharma", "Gupta",   "Shah",      "Malik", "Chaudhry",
                                            "Rahman", "Iyer",    "Mukherjee", "Desai"};
constexpr const char* polish_first[] = {"Łukasz", "Agnieszka", "Małgorzata", "Wojciech", "Zbigniew",
                                        "Żaneta", "Paweł",     "Katarzyna",  "Jędrzej",  "Elżbieta"};
constexpr const char* polish_last[] = {"Kowalska",  "Wiśniewski", "Dąbrowski", "Wójcik", "Szczęsny",
                                       "Błaszczyk", "Żukowska",   "Zieliński", "Gołąb",  "Piątek"};
constexpr const char* european_first[] = {"François", "Jürgen", "Søren",  "Núria", "João", "Çağla",
                                          "Ștefan",   "Zoltán", "Giulia", "Anaïs", "Jiří", "Björk"};
constexpr const char* european_last[] = {"Müller",   "Sørensen",  "Popescu",  "García Márquez",
                                         "Őri",      "Öztürk",    "Dvořák",   "Lefèvre",
                                         "D'Angelo", "Gonçalves", "van Dijk", "Þórsdóttir"};
constexpr const char* african_first[] = {"Kwame", "Ngozi",  "Adébáyọ̀",  "Chinonso",
                                         "Amara", "Tendai", "Thandiwe", "Kofi"};
constexpr const char* african_last[] = {"Okafor",  "Mensah", "Adéyẹmí",  "Nkosi",
                                        "Boateng", "Moyo",   "Ọlátúnjí", "Dlamini"};
constexpr const char* chinese_first[] = {"伟", "秀英", "欣怡", "志强", "小红", "浩然"};
constexpr const char* chinese_last[] = {"王", "李", "张", "刘", "欧阳", "黄"};
constexpr const char* arabic_first[] = {"محمد", "فاطمة", "يوسف", "مريم", "خالد"};
constexpr const char* arabic_last[] = {"الحداد", "العلي", "النجار", "حسن", "المصري"};
constexpr const char* greek_first[] = {"Ελένη", "Γιώργος", "Αικατερίνη", "Νίκος"};
constexpr const char* greek_last[] = {"Παπαδοπούλου", "Γεωργίου", "Οικονόμου", "Αλεξίου"};
constexpr const char* cyrillic_first[] = {"Оксана", "Тарас", "Надія", "Богдан"};
constexpr const char* cyrillic_last[] = {"Шевченко", "Коваленко", "Їжакевич", "Мельник"};
constexpr const char* indic_first[] = {"प्रिया", "अर्जुन", "ਹਰਪ੍ਰੀਤ", "সুমাইয়া"};
constexpr const char* indic_last[] = {"शर्मा", "गुप्ता", "ਸਿੰਘ", "রহমান"};

constexpr Language languages[] = {
    {64, british_first, british_last},   {79, south_asian_first, south_asian_last},
    {85, polish_first, polish_last},     {90, european_first, european_last},
    {94, african_first, african_last},   {96, chinese_first, chinese_last},
    {97, arabic_first, arabic_last},     {98, greek_first, greek_last},
    {99, cyrillic_first, cyrillic_last}, {100, indic_first, indic_last}};

constexpr const char* places[] = {
    "Ashby",      "Barnfield",  "Caerwen",    "Dunmore",     "Eastleigh", "Fernhill",  "Glanrhyd",
    "Harrow",     "Ilkley",     "Kingsmead",  "Llanfair",    "Marlow",    "Northgate", "Oakham",
    "Penrith",    "Queensbury", "Redhill",    "Stonebridge", "Thornton",  "Upton",     "Wells",
    "Yarborough", "Ballymena",  "Craigmount", "Sandhurst",   "Tŷ Gwyn"};
constexpr const char* kinds[] = {
    "Academy",          "High School",    "Grammar School", "Sixth Form College",
    "Community School", "College",        "Girls' School",  "Church of England School",
    "Catholic College", "Learning Trust", "Ysgol Gyfun",    "School"};

}  // namespace

PersonName person_name(Dice& dice) {
  const auto draw = dice.below(100);
  for (const auto& language : languages) {
    if (draw < language.share) return {dice.one_of(language.first), dice.one_of(language.last)};
  }
  return {};
}

std::string centre_name(Dice& dice) {
  std::string name = dice.one_of(places);
  if (dice.chance(30)) name = "St " + std::string(dice.one_of(british_first)) + "'s, " + name;
  return name + " " + dice.one_of(kinds);
}

}  // namespace fill
